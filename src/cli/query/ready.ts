/** A question that is asked often, with what may be filled in. */
export interface ReadyQuery {
  readonly about: string
  /** What each parameter means. All may be left out. */
  readonly parameters: Readonly<Record<string, string>>
  /** SPARQL, without prefixes. `has(name, variable)` is a filter on names that does nothing where the parameter is left out; `is` the same for equal strings. */
  sparql(has: (parameter: string, variable: string) => string, is: (parameter: string, variable: string) => string): string
}

const ACTORS = '?event sem:hasActor ?one, ?two . ?one schema:name ?who . ?two schema:name ?whom . FILTER(STR(?one) < STR(?two))'
const DAY = 'OPTIONAL { ?event schema:startDate ?date }'
/** The first and the last day of a group. An aggregate with one undated event has no value: such a one counts as after and before all others. */
const SPAN =
  '(IF(MIN(COALESCE(STR(?date), "~")) = "~", "", MIN(COALESCE(STR(?date), "~"))) AS ?first) (MAX(COALESCE(STR(?date), "")) AS ?last)'
const TOLLS = ['attack', 'clash', 'protest', 'arrest', 'disaster', 'accident', 'movement', 'aid']
  .map(t => `<urn:khabar:type:${t}>`)
  .join(' ')
const MONTH = 'BIND(SUBSTR(STR(?date), 1, 7) AS ?month)'

/** By name. */
export const READY: Readonly<Record<string, ReadyQuery>> = {
  met: {
    about: 'who met whom, and how often',
    parameters: { person: 'a part of the name of one of them' },
    sparql: has => `SELECT ?who ?whom (COUNT(DISTINCT ?event) AS ?meetings) ${SPAN} {
  VALUES ?type { <urn:khabar:type:meeting> <urn:khabar:type:visit> <urn:khabar:type:conference> }
  ?event sem:eventType ?type . ${ACTORS} ?one a schema:Person . ?two a schema:Person . ${DAY}
  ${has('person', 'CONCAT(?who, "|", ?whom)')}
} GROUP BY ?one ?two ?who ?whom ORDER BY DESC(?meetings) ?who ?whom`,
  },
  with: {
    about: 'who takes part in the same events',
    parameters: { name: 'a part of the name of one of them', type: 'type of event' },
    sparql: (has, is) => `SELECT ?who ?whom (COUNT(DISTINCT ?event) AS ?events) {
  ?event sem:eventType/rdfs:label ?type . ${ACTORS}
  ${has('name', 'CONCAT(?who, "|", ?whom)')} ${is('type', '?type')}
} GROUP BY ?one ?two ?who ?whom ORDER BY DESC(?events) ?who ?whom`,
  },
  events: {
    about: 'what happened to or by someone, by date',
    parameters: { name: 'a part of the name', type: 'type of event' },
    sparql: (has, is) => `SELECT ?date ?type ?role ?who ?title (COUNT(DISTINCT ?article) AS ?articles) {
  ?event sem:hasActor ?part ; sem:eventType/rdfs:label ?type ; schema:subjectOf ?article .
  ?part rdf:value/schema:name ?who ; sem:roleType/rdfs:label ?role . ${DAY} OPTIONAL { ?event schema:name ?title }
  ${has('name', '?who')} ${is('type', '?type')}
} GROUP BY ?event ?date ?type ?role ?who ?title ORDER BY ?date ?type`,
  },
  places: {
    about: 'events by place and month',
    parameters: { place: 'a part of the name of the place', type: 'type of event' },
    sparql: (has, is) => `SELECT ?place ?month ?type (COUNT(DISTINCT ?event) AS ?events) {
  ?event sem:hasPlace/schema:name ?place ; sem:eventType/rdfs:label ?type ; schema:startDate ?date . ${MONTH}
  ${has('place', '?place')} ${is('type', '?type')}
} GROUP BY ?place ?month ?type ORDER BY DESC(?events) ?place ?month ?type`,
  },
  months: {
    about: 'events by type and month',
    parameters: { type: 'type of event' },
    sparql: (_has, is) => `SELECT ?month ?type (COUNT(DISTINCT ?event) AS ?events) {
  ?event sem:eventType/rdfs:label ?type ; schema:startDate ?date . ${MONTH} ${is('type', '?type')}
} GROUP BY ?month ?type ORDER BY DESC(?month) DESC(?events) ?type`,
  },
  posts: {
    about: 'posts that articles state of persons',
    parameters: { person: 'a part of the name', post: 'a part of the post' },
    sparql: has => `SELECT ?person ?post ?of (MIN(?from) AS ?first) (MAX(?to) AS ?last) {
  ?holder a schema:Person ; schema:name ?person ; schema:worksFor ?role . ?role schema:roleName ?post .
  OPTIONAL { ?role khabar:affiliationName ?of } OPTIONAL { ?role khabar:statedFrom ?from ; khabar:statedTo ?to }
  ${has('person', '?person')} ${has('post', '?post')}
} GROUP BY ?holder ?person ?post ?of ORDER BY ?person ?first ?post`,
  },
  members: {
    about: 'members, leaders and spokespersons of organizations',
    parameters: { organization: 'a part of the name' },
    sparql: has => `SELECT ?organization ?relation ?who {
  { ?body schema:member ?one . BIND("member" AS ?relation) } UNION { ?body khabar:leader ?one . BIND("leader" AS ?relation) }
  UNION { ?body khabar:spokesperson ?one . BIND("spokesperson" AS ?relation) }
  ?body schema:name ?organization . ?one schema:name ?who . ${has('organization', '?organization')}
} ORDER BY ?organization ?relation ?who`,
  },
  actions: {
    about: 'who does what to whom',
    parameters: { agent: 'a part of the name of who does it', patient: 'a part of the name of to whom', type: 'type of event' },
    sparql: (has, is) => `SELECT ?agent ?type ?patient (COUNT(DISTINCT ?event) AS ?events) {
  ?event sem:hasActor ?one, ?two ; sem:eventType/rdfs:label ?type .
  ?one sem:roleType <urn:khabar:role:agent> ; rdf:value ?a . ?two sem:roleType <urn:khabar:role:patient> ; rdf:value ?p .
  ?a schema:name ?agent . ?p schema:name ?patient .
  ${has('agent', '?agent')} ${has('patient', '?patient')} ${is('type', '?type')}
} GROUP BY ?a ?p ?agent ?type ?patient ORDER BY DESC(?events) ?agent ?patient`,
  },
  tolls: {
    about: 'violence, disasters and accidents by the highest number of people killed, injured, displaced …',
    parameters: { unit: 'killed (default), injured, missing, arrested, displaced', place: 'a part of the name of the place' },
    sparql: (has, is) => `SELECT ?date ?type ?place (MAX(?number) AS ?count) ?unit (COUNT(DISTINCT ?article) AS ?articles) {
  VALUES ?kind { ${TOLLS} }
  ?event khabar:participantCount ?amount ; sem:eventType ?kind ; sem:eventType/rdfs:label ?type ; schema:subjectOf ?article .
  ?amount schema:unitText ?unit ; schema:value|schema:minValue|schema:maxValue ?number . ${DAY}
  OPTIONAL { ?event sem:hasPlace/schema:name ?place }
  ${is('unit', '?unit') || 'FILTER(?unit = "killed")'} ${has('place', '?place')}
} GROUP BY ?event ?date ?type ?place ?unit ORDER BY DESC(?count) ?date`,
  },
  told: {
    about: 'the events that most articles tell',
    parameters: { type: 'type of event' },
    sparql: (_has, is) => `SELECT ?articles ?date ?type ?headline {
  { SELECT ?event (COUNT(?article) AS ?articles) (SAMPLE(?title) AS ?headline) { ?event schema:subjectOf ?article . OPTIONAL { ?article schema:headline ?title } } GROUP BY ?event }
  ?event sem:eventType/rdfs:label ?type . ${DAY} ${is('type', '?type')}
} ORDER BY DESC(?articles) ?date`,
  },
}
