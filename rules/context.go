package rules

import (
	"coach/analyzer"
	"coach/analyzer/stance"
)

// context reads context/deed.yaml, role.yaml, contact.yaml, stance.yaml and topic.yaml.
func (l *loader) context(sources []source) {
	for _, s := range sources {
		if s.folder != "context" || s.name == classFile {
			continue
		}
		for _, v := range s.values {
			l.contextValue(s, v)
		}
	}
}

func (l *loader) contextValue(s source, v value) {
	if s.name == "contact" {
		l.contextOut.Contact = append(l.contextOut.Contact, l.contactCue(s.path, v))
		return
	}
	switch s.name + "." + v.key {
	case "deed.stated":
		l.contextOut.Deed = l.patterns(s.path, v, true)
	case "deed.owned":
		l.contextOut.Owned = l.patterns(s.path, v, true)
	case "deed.other":
		l.contextOut.Other = l.patterns(s.path, v, true)
	case "role.betrayer":
		l.contextOut.Betrayer = l.patterns(s.path, v, true)
	case "role.betrayed":
		l.contextOut.Betrayed = l.patterns(s.path, v, true)
	default:
		l.contextList(s, v)
	}
}

// contextList reads a key of the files whose keys are names of their own.
func (l *loader) contextList(s source, v value) {
	switch s.name {
	case "stance":
		l.contextOut.Cues = append(l.contextOut.Cues, l.cue(s.path, v))
	case "topic":
		l.contextOut.Topics = append(l.contextOut.Topics, analyzer.Topic{Name: v.key, Match: l.patterns(s.path, v, true)})
	default:
		l.fail(s.path, v.number, v.column, "unknown field "+v.key,
			"deed.yaml has stated, owned and other, role.yaml betrayer and betrayed, stance.yaml cues, topic.yaml topics")
	}
}

func (l *loader) contactCue(file string, v value) analyzer.ContactCue {
	c := analyzer.ContactCue{Sign: v.key}
	for _, x := range v.nested {
		switch x.key {
		case "match":
			c.Match = l.patterns(file, x, true)
		case "except":
			c.Except = l.patterns(file, x, false)
		default:
			l.fail(file, x.number, x.column, "unknown field "+x.key, "a contact cue has match and except")
		}
	}
	if len(c.Match) == 0 {
		l.fail(file, v.number, v.column, v.key+" is incomplete", "a contact cue needs match")
	}
	return c
}

func (l *loader) cue(file string, v value) stance.Cue {
	c := stance.Cue{Name: v.key}
	for _, x := range v.nested {
		switch x.key {
		case "stance":
			c.Kind = stance.Kind(l.oneOf(file, x, "reported", "denied", "disowned", "quoted"))
		case "direction":
			c.Direction = stance.Direction(l.oneOf(file, x, "forward", "backward"))
		case "reach":
			c.Reach = stance.Reach(l.oneOf(file, x, "clause", "sentence", "next"))
		case "match":
			c.Match = l.patterns(file, x, true)
		case "except":
			c.Except = l.patterns(file, x, false)
		case "until":
			c.Until = l.patterns(file, x, false)
		default:
			l.fail(file, x.number, x.column, "unknown field "+x.key, "a cue has stance, direction, reach, match, except, until")
		}
	}
	if c.Kind == "" || c.Direction == "" || c.Reach == "" || len(c.Match) == 0 {
		l.fail(file, v.number, v.column, v.key+" is incomplete", "a cue needs stance, direction, reach and match")
	}
	return c
}
