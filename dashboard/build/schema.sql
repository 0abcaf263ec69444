-- The file release.sqlite of one release. Written once by the build, then only read.
-- Slugs name councils, years are written 2023-24, dates are ISO, decimals are text (79, 4.2),
-- origins, states, comparisons and kinds are the values of the enums in dashboard/domain.
-- The version of this schema is PRAGMA user_version (dashboard/repository/sqlite.py, SCHEMA_VERSION).

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE council (
    slug           TEXT PRIMARY KEY,
    code           TEXT NOT NULL,                 -- its latest ONS code
    name           TEXT NOT NULL,
    short_name     TEXT NOT NULL,
    type           TEXT NOT NULL CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london')),
    region         TEXT NOT NULL,
    upper_tier     TEXT REFERENCES council (slug), -- a district's county
    start_date     TEXT,                           -- null: before April 2014
    end_date       TEXT,                           -- its last day; null: it exists
    ombudsman_slug TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE council_code (
    code      TEXT PRIMARY KEY,
    slug      TEXT NOT NULL REFERENCES council (slug),
    first_day TEXT,
    last_day  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE council_name (
    folded TEXT NOT NULL,                          -- as dashboard/repository/names.py folds it
    slug   TEXT NOT NULL REFERENCES council (slug),
    name   TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('official', 'short', 'other')),
    PRIMARY KEY (folded, slug, name)
) STRICT, WITHOUT ROWID;

-- What it was called before its name of today: last_year is the last on whose 31 March it was.
CREATE TABLE former_name (
    slug      TEXT NOT NULL REFERENCES council (slug),
    last_year TEXT NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (slug, last_year)
) STRICT, WITHOUT ROWID;

-- Slugs made of those names: their addresses lead to the council's.
CREATE TABLE old_slug (
    old  TEXT PRIMARY KEY,
    slug TEXT NOT NULL REFERENCES council (slug)
) STRICT, WITHOUT ROWID;

-- One row for every year a council has a page for; existed = 0 for a year after its end with figures.
CREATE TABLE council_year (
    year    TEXT NOT NULL,
    slug    TEXT NOT NULL REFERENCES council (slug),
    code    TEXT NOT NULL,                         -- the ONS code it had in that year
    existed INTEGER NOT NULL CHECK (existed IN (0, 1)),
    PRIMARY KEY (year, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX council_year_of ON council_year (slug, year);

CREATE TABLE lineage (
    predecessor TEXT NOT NULL REFERENCES council (slug),
    successor   TEXT NOT NULL REFERENCES council (slug),
    change      TEXT NOT NULL CHECK (change IN ('merged', 'split', 'recoded')),
    effective   TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_of_successor ON lineage (successor);

CREATE TABLE population (
    slug       TEXT NOT NULL REFERENCES council (slug),
    mid_year   INTEGER NOT NULL,
    population INTEGER NOT NULL CHECK (population > 0),
    source     TEXT NOT NULL,
    PRIMARY KEY (slug, mid_year)
) STRICT, WITHOUT ROWID;

-- What a type is compared with: the printed average where held, else the pooled one.
CREATE TABLE type_benchmark (
    type        TEXT NOT NULL CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london')),
    measure     TEXT NOT NULL,
    period      INTEGER NOT NULL CHECK (period IN (1, 3)),
    year        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('printed', 'pooled')),
    value       TEXT NOT NULL,
    origin      TEXT NOT NULL CHECK (origin IN ('published', 'reported', 'derived', 'simulated')),
    numerator   INTEGER,
    denominator INTEGER,
    councils    INTEGER,
    source_url  TEXT,
    PRIMARY KEY (type, measure, period, year)
) STRICT, WITHOUT ROWID;

-- A type on a measure that may be compared: who could be, how far its councils vary (TypeCompared).
CREATE TABLE type_comparison (
    type              TEXT NOT NULL CHECK (
                          type IN ('county', 'district', 'metropolitan', 'unitary', 'london')),
    measure           TEXT NOT NULL,
    period            INTEGER NOT NULL CHECK (period IN (1, 3)),
    year              TEXT NOT NULL,
    councils          INTEGER NOT NULL,
    held              INTEGER NOT NULL CHECK (held <= councils),
    enough            INTEGER NOT NULL CHECK (enough <= held),
    compared          INTEGER NOT NULL CHECK (compared <= councils),
    judged            INTEGER NOT NULL CHECK (judged IN (0, 1)),
    phi               REAL,
    phi_councils      INTEGER,
    p_value           REAL,
    spread            REAL,
    low_quartile      REAL,
    median            REAL,
    high_quartile     REAL,
    quartile_councils INTEGER,
    luck              REAL NOT NULL,
    much_luck         REAL NOT NULL,
    PRIMARY KEY (type, measure, period, year)
) STRICT, WITHOUT ROWID;

-- period 1: the year itself; 3: the three years ending with it, pooled.
-- benchmarked = 1: the benchmark of the council's type in that year and period stands beside it.
CREATE TABLE figure (
    year           TEXT NOT NULL,
    measure        TEXT NOT NULL,
    period         INTEGER NOT NULL CHECK (period IN (1, 3)),
    slug           TEXT NOT NULL REFERENCES council (slug),
    state          TEXT NOT NULL CHECK (
                       state IN ('value', 'no_cases', 'not_held', 'not_applicable', 'percentage_only')),
    numerator      INTEGER,
    denominator    INTEGER,
    value          TEXT,
    printed        TEXT,
    origin         TEXT CHECK (origin IN ('published', 'reported', 'derived', 'simulated')),
    printed_origin TEXT CHECK (printed_origin IN ('published', 'reported', 'derived', 'simulated')),
    note           TEXT,
    source_url     TEXT,
    benchmarked    INTEGER NOT NULL CHECK (benchmarked IN (0, 1)),
    low            REAL,
    high           REAL,
    few            INTEGER NOT NULL CHECK (few IN (0, 1)),
    -- How it stands beside its type (dashboard/domain/comparison.py, Compared), in that order.
    comparison          TEXT NOT NULL CHECK (
                            comparison IN
                            ('much_lower', 'lower', 'no_clear_difference', 'higher', 'much_higher', 'none')),
    comparison_reason   TEXT,
    usual_low           INTEGER,
    usual_high          INTEGER,
    far_low             INTEGER,
    far_high            INTEGER,
    plain_low           INTEGER,
    plain_high          INTEGER,
    expected            REAL,
    compared_with       TEXT CHECK (
                            compared_with IN
                            ('others', 'printed average', 'others, in part by printed averages')),
    others_numerator    INTEGER,
    others_denominator  INTEGER,
    spread              REAL,
    comparison_origin   TEXT CHECK (comparison_origin IN ('published', 'reported', 'derived', 'simulated')),
    luck                REAL NOT NULL,
    much_luck           REAL NOT NULL,
    could_differ        INTEGER NOT NULL CHECK (could_differ IN (0, 1)),
    PRIMARY KEY (year, measure, period, slug),
    FOREIGN KEY (year, slug) REFERENCES council_year (year, slug),
    CHECK ((printed IS NULL) = (printed_origin IS NULL)),
    CHECK (value IS NULL OR origin IS NOT NULL),
    CHECK ((comparison = 'none') = (comparison_reason IS NOT NULL)),
    CHECK ((comparison = 'none') = (usual_low IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_of_council ON figure (slug, period, year, measure);

-- What all councils of a type share of their pictures on one measure, ready-made: compact numbers, and the
-- inner HTML of table cells (dashboard/charts/ready.py). Of the period that pages show.
CREATE TABLE drawn (
    type    TEXT NOT NULL CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london')),
    year    TEXT NOT NULL,
    period  INTEGER NOT NULL CHECK (period IN (1, 3)),
    measure TEXT NOT NULL,
    part    TEXT NOT NULL CHECK (part IN ('counts', 'strip', 'funnel', 'picture', 'cells')),
    content TEXT NOT NULL,
    PRIMARY KEY (type, year, period, measure, part)
) STRICT;

-- Years before a council began: its whole predecessors added together, compared with nothing.
CREATE TABLE combined_figure (
    year        TEXT NOT NULL,
    measure     TEXT NOT NULL,
    slug        TEXT NOT NULL REFERENCES council (slug),
    state       TEXT NOT NULL CHECK (state IN ('value', 'no_cases', 'not_held', 'not_applicable')),
    numerator   INTEGER,
    denominator INTEGER,
    value       TEXT,
    origin      TEXT CHECK (origin IN ('published', 'reported', 'derived', 'simulated')),
    note        TEXT,
    source_url  TEXT,
    low         REAL,
    high        REAL,
    few         INTEGER NOT NULL CHECK (few IN (0, 1)),
    PRIMARY KEY (slug, year, measure),
    CHECK (value IS NULL OR origin IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Councils another may be compared with: rank 1 is the nearest; first and last vintage, null: open.
CREATE TABLE neighbour (
    slug      TEXT NOT NULL REFERENCES council (slug),
    method    TEXT NOT NULL CHECK (
                  method IN ('touching', 'ons_global', 'ons_demographic', 'ons_economic', 'dfe')),
    rank      INTEGER NOT NULL CHECK (rank > 0),
    neighbour TEXT NOT NULL REFERENCES council (slug),
    from_year INTEGER,
    to_year   INTEGER
) STRICT;
CREATE INDEX neighbour_of ON neighbour (slug, method, rank);

-- Received by category and decided by outcome; item 'total' is the total.
CREATE TABLE breakdown (
    slug       TEXT NOT NULL REFERENCES council (slug),
    year       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('received', 'decided')),
    item       TEXT NOT NULL,
    count      INTEGER CHECK (count >= 0),
    origin     TEXT CHECK (origin IN ('published', 'reported', 'derived', 'simulated')),
    source_url TEXT,
    PRIMARY KEY (slug, year, kind, item),
    CHECK (count IS NULL OR origin IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Received, and what was decided, by service (category of a complaint received). Decided cases count
-- in the year they were decided in, under the category they were received in.
CREATE TABLE service_figure (
    year            TEXT NOT NULL,
    slug            TEXT NOT NULL REFERENCES council (slug),
    category        TEXT NOT NULL,
    received        INTEGER CHECK (received >= 0),
    received_origin TEXT CHECK (received_origin IN ('published', 'reported', 'derived', 'simulated')),
    decided         INTEGER CHECK (decided >= investigated),
    investigated    INTEGER CHECK (investigated >= upheld),
    upheld          INTEGER CHECK (upheld >= 0),
    outcome_origin  TEXT CHECK (outcome_origin IN ('published', 'reported', 'derived', 'simulated')),
    PRIMARY KEY (year, slug, category),
    CHECK ((received IS NULL) = (received_origin IS NULL)),
    CHECK ((decided IS NULL) = (outcome_origin IS NULL)),
    CHECK (received IS NOT NULL OR decided IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- How a service stands beside its type: its part of all received, or its share upheld.
CREATE TABLE service_comparison (
    year                TEXT NOT NULL,
    slug                TEXT NOT NULL REFERENCES council (slug),
    category            TEXT NOT NULL,
    what                TEXT NOT NULL CHECK (what IN ('received', 'upheld')),
    comparison          TEXT NOT NULL CHECK (
                            comparison IN
                            ('much_lower', 'lower', 'no_clear_difference', 'higher', 'much_higher', 'none')),
    comparison_reason   TEXT,
    usual_low           INTEGER,
    usual_high          INTEGER,
    far_low             INTEGER,
    far_high            INTEGER,
    plain_low           INTEGER,
    plain_high          INTEGER,
    expected            REAL,
    compared_with       TEXT CHECK (
                            compared_with IN
                            ('others', 'printed average', 'others, in part by printed averages')),
    others_numerator    INTEGER,
    others_denominator  INTEGER,
    spread              REAL,
    comparison_origin   TEXT CHECK (comparison_origin IN ('published', 'reported', 'derived', 'simulated')),
    luck                REAL NOT NULL,
    much_luck           REAL NOT NULL,
    could_differ        INTEGER NOT NULL CHECK (could_differ IN (0, 1)),
    PRIMARY KEY (year, slug, what, category)
) STRICT, WITHOUT ROWID;

-- The share upheld, in per cent, that the others of its type would have with a council's services.
CREATE TABLE case_mix (
    year     TEXT NOT NULL,
    slug     TEXT NOT NULL REFERENCES council (slug),
    expected REAL NOT NULL,
    cases    INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    PRIMARY KEY (year, slug)
) STRICT, WITHOUT ROWID;

-- In how many years and measures a council is compared, and the chance of a mark though it is like its type.
CREATE TABLE many_looks (
    slug   TEXT PRIMARY KEY REFERENCES council (slug),
    looks  INTEGER NOT NULL CHECK (looks > 0),
    chance REAL NOT NULL CHECK (chance BETWEEN 0 AND 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE national (
    year        TEXT NOT NULL,
    metric      TEXT NOT NULL,
    value       TEXT NOT NULL,
    numerator   INTEGER,
    denominator INTEGER,
    source_url  TEXT NOT NULL,
    PRIMARY KEY (year, metric)
) STRICT, WITHOUT ROWID;

-- Every value held from a source, as printed there: what the figures above were made of, or must reproduce.
CREATE TABLE held_value (
    slug       TEXT NOT NULL REFERENCES council (slug),
    year       TEXT NOT NULL,
    quantity   TEXT NOT NULL,
    value      TEXT NOT NULL,
    origin     TEXT NOT NULL CHECK (origin IN ('published', 'reported')),
    source_url TEXT NOT NULL,
    PRIMARY KEY (slug, year, quantity)
) STRICT, WITHOUT ROWID;

-- Where a held value contradicts another, or its own counts: 'percentage' and 'rate' are printed values
-- that follow from no cases, the only ones a register may fail to reproduce.
CREATE TABLE held_conflict (
    slug     TEXT NOT NULL REFERENCES council (slug),
    year     TEXT NOT NULL,
    quantity TEXT NOT NULL,
    kind     TEXT NOT NULL,
    kept     TEXT,
    other    TEXT,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX held_conflict_of ON held_conflict (slug, year);

-- The case register. Empty unless the release has one; the demonstration's is simulated. A case that is not
-- published is counted, and no text of it is anywhere in a release. A row is small, as there are many: what
-- cases have in common is said once, in register_council and case_sort; the view register_told tells it all.
-- Numbers of cases go by the day of the decision, then by reference, undecided cases last: the highest of
-- some decisions is the newest.
CREATE TABLE register_council (
    id   INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE REFERENCES council (slug),
    type TEXT NOT NULL CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london'))
) STRICT;

-- Each combination that occurs, once. category is that of complaints received, decision_category and
-- sub_category those of the decision.
CREATE TABLE case_sort (
    id                  INTEGER PRIMARY KEY,
    category            TEXT NOT NULL,
    outcome             TEXT,
    satisfactory_remedy INTEGER CHECK (satisfactory_remedy IN (0, 1)), -- NULL: the register does not say
    kind                TEXT CHECK (kind IN ('statement', 'report')),
    decision_category   TEXT,
    sub_category        TEXT
) STRICT;

-- What published decisions may be narrowed by, each combination once: they are counted by its number.
CREATE TABLE decision_facet (
    id       INTEGER PRIMARY KEY,
    type     TEXT NOT NULL CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london')),
    year     TEXT NOT NULL,                        -- of the decision
    outcome  TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('statement', 'report')),
    category TEXT NOT NULL
) STRICT;

CREATE TABLE register_case (
    id        INTEGER PRIMARY KEY,
    facet     INTEGER REFERENCES decision_facet (id), -- null: not published
    sort      INTEGER NOT NULL REFERENCES case_sort (id),
    council   INTEGER NOT NULL REFERENCES register_council (id),
    decided   TEXT,
    received  TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    CHECK (facet IS NULL OR decided IS NOT NULL)
) STRICT;
CREATE INDEX register_case_decided ON register_case (council, decided, facet);
CREATE INDEX register_case_received ON register_case (council, received);
CREATE INDEX register_case_facet ON register_case (facet) WHERE facet IS NOT NULL;
CREATE INDEX register_case_published ON register_case (sort, council, decided, facet) WHERE facet IS NOT NULL;

CREATE VIEW register_told AS
    SELECT c.id, c.reference, o.slug, s.category, c.received, c.decided, s.outcome, s.satisfactory_remedy,
           s.kind, s.decision_category, s.sub_category, c.facet IS NOT NULL AS published
    FROM register_case c JOIN case_sort s ON s.id = c.sort JOIN register_council o ON o.id = c.council;

CREATE TABLE register_compliance (
    decision INTEGER NOT NULL REFERENCES register_case (id),
    slug     TEXT NOT NULL REFERENCES council (slug),
    due      TEXT NOT NULL,
    met      TEXT,
    outcome  TEXT NOT NULL CHECK (outcome IN ('complied_on_time', 'complied_late', 'not_complied'))
) STRICT;
CREATE INDEX register_compliance_due ON register_compliance (slug, due);
CREATE INDEX register_compliance_of ON register_compliance (decision);

-- What is published of a decision. Once withdrawn its texts are empty here and in the index of words.
CREATE TABLE decision (
    id               INTEGER PRIMARY KEY REFERENCES register_case (id),
    subject          TEXT NOT NULL,
    summary          TEXT NOT NULL,
    fault            TEXT,
    response         TEXT NOT NULL,
    withdrawn_on     TEXT,
    withdrawn_reason TEXT,
    CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL)),
    CHECK (withdrawn_on IS NULL OR (subject = '' AND summary = '' AND response = '' AND fault IS NULL))
) STRICT;
CREATE INDEX decision_withdrawn ON decision (id) WHERE withdrawn_on IS NOT NULL;

CREATE TABLE remedy (
    decision INTEGER NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL CHECK (position > 0),
    kind     TEXT NOT NULL,
    text     TEXT NOT NULL,
    amount   INTEGER CHECK (amount > 0),
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement (
    decision INTEGER NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL CHECK (position > 0),
    kind     TEXT NOT NULL,
    text     TEXT NOT NULL,
    due      TEXT,
    met      TEXT,
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;

-- What to watch: questions with their evidence, worked out of the register once it is written
-- (dashboard/build/watch.py). Numbers only: what cases say is said by their own rows, and goes with them. A
-- release built before it has none of these tables.
--
-- What there was to see in a year the register is whole for; three = 1: for the two years before too, and
-- what follows is of the three together. services and faults are how many of councils were looked at; upheld
-- to dated are cases, published with a fault named, with a change agreed, with one that has a day; due is how
-- many recommendations fell due in the year. followed are cases after a promise, expected how many would be if
-- changes and later cases had nothing to do with each other.
CREATE TABLE watch_year (
    year      TEXT PRIMARY KEY,
    three     INTEGER NOT NULL CHECK (three IN (0, 1)),
    services  INTEGER NOT NULL,
    faults    INTEGER NOT NULL,
    upheld    INTEGER NOT NULL,
    published INTEGER NOT NULL CHECK (published <= upheld),
    named     INTEGER NOT NULL CHECK (named <= published),
    changed   INTEGER NOT NULL CHECK (changed <= named),
    dated     INTEGER NOT NULL CHECK (dated <= changed),
    due       INTEGER NOT NULL,
    followed  INTEGER NOT NULL,
    expected  REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_question (
    id       INTEGER PRIMARY KEY,
    year     TEXT NOT NULL REFERENCES watch_year (year),
    kind     TEXT NOT NULL CHECK (kind IN ('number', 'share', 'late', 'repeated', 'promise')),
    slug     TEXT NOT NULL REFERENCES council (slug),
    category TEXT NOT NULL,                          -- that of complaints received
    count    INTEGER NOT NULL CHECK (count > 0),
    base     INTEGER NOT NULL CHECK (base >= count), -- cases; of number residents
    expected REAL,                                   -- null: compared with nothing
    low      INTEGER,
    high     INTEGER,
    tail     REAL,
    beyond   INTEGER CHECK (beyond IN (0, 1))
) STRICT;
CREATE INDEX watch_question_of ON watch_question (slug, year);
CREATE INDEX watch_question_in ON watch_question (year, kind);

-- The cases a question is about, published or not.
CREATE TABLE watch_case (
    question INTEGER NOT NULL REFERENCES watch_question (id),
    decision INTEGER NOT NULL REFERENCES register_case (id),
    PRIMARY KEY (question, decision)
) STRICT, WITHOUT ROWID;

-- A change agreed and done, and the later case of the same fault after which it was agreed again.
CREATE TABLE watch_pair (
    question         INTEGER NOT NULL REFERENCES watch_question (id),
    later            INTEGER NOT NULL REFERENCES decision (id),
    later_position   INTEGER NOT NULL,
    earlier          INTEGER NOT NULL REFERENCES decision (id),
    earlier_position INTEGER NOT NULL,
    PRIMARY KEY (question, later),
    CHECK (earlier < later)
) STRICT, WITHOUT ROWID;

-- Parts of a council's cases that are larger than at others of its type by more than chance explains
-- (dashboard/build/larger_parts.py), and how many such parts were looked at. A council without a row has none.
CREATE TABLE larger_part (
    year         TEXT NOT NULL,
    slug         TEXT NOT NULL REFERENCES council (slug),
    part_of      TEXT NOT NULL CHECK (part_of IN ('referred back', 'subject')),
    name         TEXT NOT NULL,
    count        INTEGER NOT NULL CHECK (count > 0),
    whole        INTEGER NOT NULL CHECK (whole >= count),
    others       INTEGER NOT NULL,
    others_whole INTEGER NOT NULL CHECK (others_whole >= others),
    simulated    INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    looked_at    INTEGER NOT NULL CHECK (looked_at > 0),
    luck         REAL NOT NULL,
    PRIMARY KEY (year, slug, part_of)
) STRICT, WITHOUT ROWID;

-- The index of words over the texts above, which it does not hold a second time.
CREATE VIEW decision_text (id, subject, summary, response, improvements) AS
    SELECT id, subject, summary, response,
           (SELECT group_concat(text, char(30)) FROM
               (SELECT text FROM improvement WHERE decision = decision.id ORDER BY position))
    FROM decision;
CREATE VIRTUAL TABLE decision_words USING fts5 (
    subject, summary, response, improvements,
    content = 'decision_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- A list of some published decisions, where a release has no register of cases: facts, no text. Nothing is
-- counted from it. Numbers go by the day of the decision, then by reference, those without a day first.
CREATE TABLE listed_decision (
    id               INTEGER PRIMARY KEY,
    reference        TEXT NOT NULL UNIQUE,
    slug             TEXT NOT NULL REFERENCES council (slug),
    category         TEXT NOT NULL,
    sub_category     TEXT NOT NULL,                 -- empty: none
    outcome          TEXT,                          -- null: not seen
    decided          TEXT,                          -- null: not seen
    kind             TEXT CHECK (kind IN ('statement', 'report')),
    withdrawn_on     TEXT,
    withdrawn_reason TEXT,
    CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE INDEX listed_decision_of ON listed_decision (slug, decided);

CREATE VIRTUAL TABLE listed_words USING fts5 (
    council, about, outcome, tokenize = 'unicode61 remove_diacritics 2'
);

-- What was done to the figures of the sources before they became figures here, and by whom.
CREATE TABLE correction (
    slug       TEXT NOT NULL REFERENCES council (slug),
    year       TEXT NOT NULL,
    quantity   TEXT NOT NULL,
    was        TEXT,
    became     TEXT,
    reason     TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    PRIMARY KEY (slug, year, quantity)
) STRICT, WITHOUT ROWID;

CREATE TABLE accepted_warning (
    check_id    TEXT NOT NULL,
    slug        TEXT REFERENCES council (slug),
    year        TEXT,
    quantity    TEXT,
    sentence    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    accepted_by TEXT NOT NULL,
    accepted_on TEXT NOT NULL
) STRICT;

-- The files a release was made from, by name and checksum; they themselves are kept elsewhere.
CREATE TABLE input_file (
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    year        TEXT,
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    rows        INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

-- Longest prefix wins: the full postcode, then the sector, then the outcode. An outcode has a row only
-- where it lies in one council whole. A split sector names the council of most of its postcodes; those of
-- others have rows of their own. A prefix outside England has no slug.
CREATE TABLE postcode (
    prefix  TEXT PRIMARY KEY,
    slug    TEXT REFERENCES council (slug),
    country TEXT NOT NULL CHECK (country IN ('England', 'Scotland', 'Wales')),
    level   TEXT NOT NULL CHECK (level IN ('unit', 'sector', 'split', 'outcode')),
    CHECK ((slug IS NOT NULL) = (country = 'England'))
) STRICT, WITHOUT ROWID;

-- Towns and villages, and the council each one's middle lies in: metres on the British National Grid.
CREATE TABLE place (
    folded     TEXT NOT NULL,
    name       TEXT NOT NULL,
    slug       TEXT NOT NULL REFERENCES council (slug),
    easting    INTEGER NOT NULL,
    northing   INTEGER NOT NULL,
    population INTEGER NOT NULL CHECK (population >= 0),
    PRIMARY KEY (folded, name, slug, easting, northing)
) STRICT, WITHOUT ROWID;
