/// One visit, whole: the first seed as data.md prints it, with what surrounds it.
enum Visit {
  static let article = "https://eng.ichei.org/en/news/information/942.html"

  static let files: [String: String] = [
    "articles/2024/ichei-942.json": """
    {"uri": "https://eng.ichei.org/en/news/information/942.html", "type": "text", "language": "en",
     "pubStatus": "usable", "versionCreated": "2024-06-07",
     "headlines": [{"role": "main", "value": "UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education"}],
     "bodies": [{"role": "main", "contentType": "text/html",
       "value": "<p>Three staff of UNESCO-ICHEI spoke about micro-certification &amp; joint research.</p>"}],
     "people": [{"name": "BI Xiaohan", "literal": "bi-xiaohan"}, {"name": "Svein Oesttveit", "literal": "svein-oesttveit"},
       {"name": "Somebody Else"}],
     "organisations": [{"name": "UNESCO-ICHEI", "rel": "about", "literal": "unesco-ichei"}, {"name": "UNESCO-IBE"}],
     "events": [{"name": "UNESCO-ICHEI visit to UNESCO-IBE", "rel": "about", "literal": "2024-06-06-ichei-at-ibe"}],
     "infoSources": [{"name": "UNESCO-ICHEI", "role": "publisher", "literal": "unesco-ichei"}]}
    """,
    "articles/2023/other.json": """
    {"uri": "urn:other", "language": "zh-Hans", "versionCreated": "2023-09-06T10:00:00+08:00",
     "headlines": [{"value": "联合国教科文组织高等教育创新中心会议"}],
     "organisations": [{"literal": "ichei-gppo"}], "subjects": [{"name": "Higher Education"}]}
    """,
    "articles/undated.json": """
    {"uri": "urn:undated", "language": "fr", "headlines": [{"value": "Réunion à Genève"}],
     "people": [{"name": "Владимир Путин"}], "bodies": [{"contentType": "text/plain", "value": "Éducation supérieure"}]}
    """,
    "delegations/2024-06-ichei-to-ibe.json": """
    {"id": "2024-06-ichei-to-ibe", "name": "UNESCO-ICHEI delegation to UNESCO-IBE", "on_behalf_of_ids": ["unesco-ichei"],
     "start_date": "2024-06-06", "end_date": "2024-06-06", "members": [
       {"person_id": "bi-xiaohan", "honorific_prefix": "Ms.", "role": "Deputy Director", "organization_id": "unesco-ichei"},
       {"person_id": "wu-lintuo", "role": "Senior Programme Specialist", "organization_id": "ichei-gppo", "head": true}],
     "members_complete": false, "event_ids": ["2024-06-06-ichei-at-ibe"]}
    """,
    "events/2024-06-06-ichei-at-ibe.json": """
    {"id": "2024-06-06-ichei-at-ibe", "name": "UNESCO-ICHEI visit to UNESCO-IBE", "classification": "visit",
     "start_date": "2024-06-06", "end_date": "2024-06-06", "location": "Geneva, Switzerland",
     "organizers": [{"organization_id": "unesco-ibe", "role": "host"}],
     "attendees": [
       {"person_id": "svein-oesttveit", "role": "Director", "acting": "a.i.", "organization_id": "unesco-ibe", "part": "counterpart"},
       {"person_id": "ji-lili", "role": "Head", "organization_id": "ibe-cdu", "part": "counterpart"}],
     "themes": ["micro-certification", "regional policy dialogues"], "programme_ids": ["iioe"]}
    """,
    "people/people.jsonl": """
    {"id": "bi-xiaohan", "name": "BI Xiaohan", "family_name": "Bi", "given_name": "Xiaohan", "memberships": [{"organization_id": "ichei-gppo", "role": "Chief", "attested": ["2023-09-06"]}, {"organization_id": "unesco-ichei", "role": "Deputy Director", "attested": ["2024-05-16", "2024-12-06"]}]}
    {"id": "wu-lintuo", "name": "WU Lintuo"}
    {"id": "svein-oesttveit", "name": "Svein Oesttveit", "other_names": [{"name": "Svein Østtveit"}]}
    {"id": "ji-lili", "name": "JI Lili", "memberships": [{"organization_id": "ibe-cdu", "role": "Head"}]}
    """,
    "organisations.json": """
    [{"id": "unesco", "name": "United Nations Educational, Scientific and Cultural Organization", "country": "FR",
      "other_names": [{"name": "UNESCO", "note": "acronym"}]},
     {"id": "unesco-ibe", "name": "UNESCO International Bureau of Education", "parent_id": "unesco", "country": "CH",
      "classification": "UNESCO category 1 institute",
      "other_names": [{"name": "UNESCO-IBE", "note": "acronym"}, {"name": "IBE", "note": "acronym"}]},
     {"id": "ibe-cdu", "name": "Curriculum Development Unit", "parent_id": "unesco-ibe"},
     {"id": "unesco-ichei", "name": "International Centre for Higher Education Innovation", "country": "CN",
      "other_names": [{"name": "UNESCO-ICHEI", "note": "acronym"}],
      "affiliations": [{"organization_id": "unesco", "role": "under the auspices of"}]},
     {"id": "ichei-gppo", "name": "General Project and Programme Office", "parent_id": "unesco-ichei"}]
    """,
    "programmes/iioe.json": """
    {"id": "iioe", "name": "International Institute of Online Education", "organization_ids": ["unesco-ichei"]}
    """,
  ]
}
