//go:build cgo

package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"coach/server/store"
)

// noMount begins what the child says where it may not mount anything.
const noMount = "a small disk cannot be mounted here"

func init() { children["filler"] = fillDisk }

// TestDiskFull fills a real file system, a tmpfs of 1.5 MiB that only the child sees and that goes with it.
func TestDiskFull(t *testing.T) {
	c := command(t, "filler", t.TempDir())
	c.Stderr = nil
	c.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := c.CombinedOutput()
	switch {
	case errors.Is(err, syscall.EPERM), strings.HasPrefix(string(out), noMount):
		t.Skipf("%s (%v)", noMount, err)
	case err != nil:
		t.Errorf("%v: %s", err, out)
	}
}

// fillDisk keeps drafts on a small disk until it is full. What was kept must then be readable, also after reopening and
// after a deletion for which there was no room; with room again, everything works again.
func fillDisk(args []string) error {
	ctx, folder := context.Background(), args[0]
	if err := syscall.Mount("none", folder, "tmpfs", syscall.MS_NOSUID, "size=1536k"); err != nil {
		return fmt.Errorf("%s: %w", noMount, err)
	}
	path := filepath.Join(folder, "coach.db")
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		return err
	}
	w, kept := db.Workspace("a token"), 0
	for ; err == nil && kept < store.MaxDrafts; kept++ {
		_, err = w.KeepDraft(ctx, store.Draft{Text: fmt.Sprint(kept, strings.Repeat(" words", 3000))})
	}
	kept--
	if !errors.Is(err, store.ErrFull) {
		return fmt.Errorf("after %d drafts: %w, want ErrFull", kept, err)
	}
	if err := readable(ctx, db, kept); err != nil {
		return fmt.Errorf("while the disk is full: %w", err)
	}
	if err := db.SQL().Close(); err != nil {
		return err
	}
	if db, err = store.Open(ctx, path, store.Options{}); err != nil {
		return fmt.Errorf("reopening on a full disk: %w", err)
	}
	defer db.Close()
	w = db.Workspace("a token")
	if err := w.DeleteDrafts(ctx); !errors.Is(err, store.ErrFull) {
		return fmt.Errorf("deleting on a full disk: %w, want ErrFull", err)
	}
	if err := readable(ctx, db, kept); err != nil {
		return fmt.Errorf("reopened: %w", err)
	}
	if err := syscall.Mount("none", folder, "tmpfs", syscall.MS_REMOUNT, "size=16m"); err != nil {
		return err
	}
	if _, err := w.KeepDraft(ctx, store.Draft{Text: "there is room again"}); err != nil {
		return err
	}
	if err := w.DeleteDrafts(ctx); err != nil {
		return err
	}
	content, err := os.ReadFile(path)
	if err != nil || bytes.Contains(content, []byte(" words")) {
		return fmt.Errorf("the file still holds words, %w", err)
	}
	return nil
}

// readable is an error unless there are that many drafts, each whole.
func readable(ctx context.Context, db *store.DB, drafts int) error {
	all, err := db.Workspace("a token").Export(ctx)
	if err != nil || len(all.Drafts) != drafts {
		return fmt.Errorf("%d drafts of %d, %w", len(all.Drafts), drafts, err)
	}
	for i, d := range all.Drafts {
		if want := fmt.Sprint(drafts-1-i, strings.Repeat(" words", 3000)); d.Text != want {
			return fmt.Errorf("draft %d is not as it was kept", i)
		}
	}
	return nil
}
