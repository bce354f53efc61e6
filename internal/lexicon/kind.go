package lexicon

import "buildsite/internal/lang"

// Kinds is the closed set of kinds of events, in the order the site shows
// them. It is read only.
var Kinds = []Kind{
	kind("agreement", "Agreement", "Accord", "协议"),
	kind("visit", "Visit", "Visite", "访问"),
	kind("meeting", "Meeting", "Rencontre", "会晤"),
	kind("call", "Call", "Entretien téléphonique", "通话"),
	kind("statement", "Statement", "Déclaration", "声明"),
	kind("trade-measure", "Trade measure", "Mesure commerciale", "贸易措施"),
	kind("sanction", "Sanction", "Sanction", "制裁"),
	kind("legal", "Legal case", "Affaire judiciaire", "司法"),
	kind("legislation", "Legislation", "Législation", "立法"),
	kind("consular", "Consular matter", "Affaire consulaire", "领事事务"),
	kind("incident", "Incident", "Incident", "事件"),
	kind("appointment", "Appointment", "Nomination", "任命"),
	kind("election", "Election", "Élection", "选举"),
	kind("opening", "Opening", "Ouverture", "设立"),
	kind("milestone", "Milestone", "Jalon", "里程碑"),
	kind("statistic", "Statistic", "Statistique", "统计"),
}

func kind(id, en, fr, zh string) Kind {
	k := Kind{ID: id}
	k.Name[lang.Unknown], k.Name[lang.EN], k.Name[lang.FR], k.Name[lang.ZH] = en, en, fr, zh
	return k
}

// KindOf returns the kind with the given id, and whether there is one.
func KindOf(id string) (Kind, bool) {
	for _, k := range Kinds {
		if k.ID == id {
			return k, true
		}
	}
	return Kind{}, false
}

// KindIDs returns the ids of all kinds in their order.
func KindIDs() []string {
	ids := make([]string, len(Kinds))
	for i, k := range Kinds {
		ids[i] = k.ID
	}
	return ids
}

// KindName returns the name of the kind with the given id in a language, or
// the id where there is no such kind.
func KindName(id string, l lang.Lang) string {
	if k, ok := KindOf(id); ok {
		return k.Name.In(l)
	}
	return id
}
