"""The statements by which the check of what to watch joins and groups cases (``watch_check``)."""

AGAIN = """
    CREATE TEMP TABLE upheld_again AS
        SELECT c.id, o.slug, o.type, s.category, coalesce(s.sub_category, '') AS sub, d.fault, c.received,
               c.decided, year_before(c.received) AS limit_day
          FROM register_case c JOIN case_sort s ON s.id = c.sort AND s.outcome = 'upheld'
          JOIN register_council o ON o.id = c.council JOIN decision d ON d.id = c.id
         WHERE d.fault IS NOT NULL;
    CREATE INDEX temp.upheld_again_of ON upheld_again (slug, sub);
    CREATE INDEX temp.upheld_again_number ON upheld_again (id);
    CREATE TEMP TABLE agreed_again AS
        SELECT u.id, u.slug, u.type, u.sub, u.fault, i.kind, words_of(i.text) AS said,
               max(coalesce(i.met, i.due), u.decided) AS done
          FROM improvement i JOIN upheld_again u ON u.id = i.decision;
    CREATE INDEX temp.agreed_again_same ON agreed_again (type, sub, fault, kind, said);
    CREATE TEMP TABLE promised_again AS
        SELECT slug, sub, fault, kind, said, min(done) AS done FROM agreed_again
         WHERE done IS NOT NULL GROUP BY slug, sub, fault, kind, said;
    CREATE INDEX temp.promised_again_of ON promised_again (slug, sub);
"""

LATE = """
    SELECT r.slug, s.category, sum(r.outcome <> 'complied_on_time') AS behind, count(*)
      FROM register_compliance r JOIN register_case c ON c.id = r.decision JOIN case_sort s ON s.id = c.sort
     WHERE r.due BETWEEN ? AND ? GROUP BY r.slug, s.category HAVING behind > 0
"""

BASES = """
    SELECT type, category, slug, count(*) FROM upheld_again WHERE decided BETWEEN ? AND ?
     GROUP BY type, category, slug
"""

FAULTS = """
    SELECT type, category, sub, fault, slug, count(*), group_concat(id) FROM upheld_again
     WHERE decided BETWEEN ? AND ? GROUP BY type, category, sub, fault, slug
"""

SIZES = """
    SELECT type, slug, sub, count(*) FROM upheld_again WHERE decided BETWEEN ? AND ? GROUP BY type, slug, sub
"""

EXPECTED = """
    SELECT b.slug, b.category, b.type, b.sub, count(DISTINCT o.id) AS following
      FROM upheld_again b
      JOIN promised_again p ON p.slug = b.slug AND p.sub = b.sub AND p.done <= b.limit_day
      LEFT JOIN (SELECT a.* FROM agreed_again a JOIN upheld_again w ON w.id = a.id
                  WHERE w.decided BETWEEN ? AND ?) o
        ON o.type = b.type AND o.sub = b.sub AND o.fault = p.fault AND o.kind = p.kind AND o.said = p.said
       AND o.slug <> b.slug
     WHERE b.decided BETWEEN ? AND ? GROUP BY b.id
"""
"""Of each later case of a subject with a promise: how many cases of other councils would follow it."""

FOLLOWED = """
    WITH base AS (SELECT slug, category, count(*) AS n FROM upheld_again WHERE decided BETWEEN ? AND ?
                   GROUP BY slug, category)
    SELECT b.slug, b.category, count(DISTINCT b.id), base.n
      FROM upheld_again b JOIN agreed_again a ON a.id = b.id
      JOIN promised_again p ON p.slug = b.slug AND p.sub = b.sub AND p.fault = b.fault AND p.kind = a.kind
       AND p.said = a.said AND p.done <= b.limit_day
      JOIN base ON base.slug = b.slug AND base.category = b.category
     WHERE b.decided BETWEEN ? AND ? GROUP BY b.slug, b.category
"""
