package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"coach/analyzer"
	"coach/server"
	"coach/server/store"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	addr, db, tokenFile, cert, key    string
	role                              word
	rules, hosts, origins             []string
	noContact, behindProxy, accessLog bool
	size                              size
}

func newServe(s streams) *cobra.Command {
	flags := serveFlags{role: word{"auto", roles}, size: server.TextBytes}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Open coach as a page, and to programs over HTTP",
		Long: `serve opens coach as a page in the browser, as a lint endpoint for programs, and as a
LanguageTool server for editors, until Ctrl+C. It listens on this machine only and
keeps nothing, unless told otherwise.`,
		Example: `  coach serve
  coach serve --db coach.db
  coach serve --addr 0.0.0.0:8484 --token-file token --tls-cert cert.pem --tls-key key.pem`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return serve(ctx, flags, s)
		},
	}
	f := c.Flags()
	f.StringVar(&flags.addr, "addr", "127.0.0.1:8484", "`HOST:PORT` to listen on; port 0 takes a free one")
	f.StringVar(&flags.db, "db", "", "`FILE` for what people choose to keep (default: history is off)")
	f.Var(&flags.role, "role", "who writes, where nobody says: betrayer, betrayed or auto (coach infers it)")
	f.BoolVar(&flags.noContact, "no-contact", false, "they asked you not to write: say why phrases land badly, offer no wording")
	f.StringArrayVar(&flags.rules, "rules", nil, "`DIR` of further rules; may be given again")
	f.StringArrayVar(&flags.hosts, "allow-host", nil, "`NAME` under which browsers may reach coach besides this machine's own; may be given again")
	f.StringArrayVar(&flags.origins, "allow-origin", nil, "`ORIGIN`, such as https://notes.example, whose pages may read answers; may be given again")
	f.StringVar(&flags.tokenFile, "token-file", "", "`FILE` with the token that clients must know")
	f.StringVar(&flags.cert, "tls-cert", "", "`FILE` with the certificate for HTTPS")
	f.StringVar(&flags.key, "tls-key", "", "`FILE` with the certificate's key")
	f.BoolVar(&flags.behindProxy, "behind-proxy", false, "a proxy before coach speaks HTTPS and sets X-Forwarded-For")
	f.Var(&flags.size, "max-size", "the largest text of a program, such as 64K or 1MiB")
	f.BoolVar(&flags.accessLog, "access-log", false, "log a line for each request, without its words")
	cobra.CheckErr(c.RegisterFlagCompletionFunc("role", cobra.FixedCompletions(roles, cobra.ShellCompDirectiveNoFileComp)))
	cobra.CheckErr(c.MarkFlagDirname("rules"))
	return c
}

// serve answers until the context ends. Its error, one sentence, is why it could not.
func serve(ctx context.Context, flags serveFlags, s streams) (err error) {
	config, err := flags.config(s)
	if err != nil {
		return err
	}
	config.Store, config.StoreFault, err = openStore(ctx, flags.db)
	if err != nil {
		return err
	}
	if config.Store != nil {
		defer func() { err = errors.Join(err, config.Store.Close()) }()
	}
	srv, err := server.New(config)
	if err != nil {
		return err
	}
	l, err := srv.Listen()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "coach listens on %s://%s (Ctrl+C stops it)\n", scheme(config.TLS), l.Addr())
	fmt.Fprintln(s.out, keeps(flags.db, config.StoreFault))
	return serveUntil(ctx, srv, l)
}

// openStore opens the database of a name, none for "". A fault that may pass, or that other files do not have, is no
// reason to leave people without coach: there is then no store, and the fault says why.
func openStore(ctx context.Context, name string) (db *store.DB, fault, err error) {
	if name == "" {
		return nil, nil, nil
	}
	db, err = store.Open(ctx, name, store.Options{})
	for _, passing := range []error{store.ErrFull, store.ErrLocked, store.ErrCorrupt, store.ErrDisk} {
		if errors.Is(err, passing) {
			return nil, fmt.Errorf("%s: %w", name, passing), nil
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("--db %w", err)
	}
	return db, nil, nil
}

// keeps says what becomes of what people write.
func keeps(db string, fault error) string {
	switch {
	case fault != nil:
		return fmt.Sprintf("History is off: %v", fault)
	case db == "":
		return "History is off; --db FILE lets people keep what they choose to."
	}
	return fmt.Sprintf("History is kept in %s, where people choose it.", db)
}

// serveUntil serves until the context ends, and then lets the requests under way finish.
func serveUntil(ctx context.Context, srv *server.Server, l net.Listener) error {
	stopped := make(chan error, 1)
	go func() { stopped <- srv.Serve(l) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	return errors.Join(srv.Shutdown(), <-stopped)
}

func (f serveFlags) config(s streams) (server.Config, error) {
	set, files, err := newSet(f.rules)
	if err != nil {
		return server.Config{}, err
	}
	token, err := readToken(f.tokenFile)
	if err != nil {
		return server.Config{}, err
	}
	certificate, err := readCertificate(f.cert, f.key)
	if err != nil {
		return server.Config{}, err
	}
	return server.Config{
		Check:        set.Check,
		Rules:        set.Rules(),
		Files:        ruleFiles(files),
		Version:      version(),
		Addr:         f.addr,
		AllowHosts:   f.hosts,
		AllowOrigins: f.origins,
		Token:        token,
		TLS:          certificate,
		BehindProxy:  f.behindProxy,
		Role:         analyzer.Role(f.role.value),
		NoContact:    f.noContact,
		MaxText:      int(f.size),
		Log:          slog.New(slog.NewTextHandler(s.err, nil)),
		AccessLog:    f.accessLog,
	}, nil
}

// readToken gives the first line of a file, "" without a file.
func readToken(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("--token-file %s: %w", name, advise(err))
	}
	token := strings.TrimSpace(string(b))
	if token == "" {
		return "", fmt.Errorf("--token-file %s: it is empty; write a long random word into it", name)
	}
	return token, nil
}

// readCertificate gives the settings for HTTPS, nil without files.
func readCertificate(cert, key string) (*tls.Config, error) {
	if cert == "" && key == "" {
		return nil, nil
	}
	if cert == "" || key == "" {
		return nil, errors.New("--tls-cert and --tls-key go together; give both")
	}
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, fmt.Errorf("--tls-cert %s with --tls-key %s cannot be used (%w)", cert, key, err)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}, nil
}

func scheme(t *tls.Config) string {
	if t != nil {
		return "https"
	}
	return "http"
}
