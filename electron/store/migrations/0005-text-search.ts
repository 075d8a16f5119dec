/**
 * An index over words of passages and of file names. It holds words only, never the texts: those stay where they are.
 * Row of a passage: submission * 1024 + its place among the submission's passages by name; row of a received file: minus its
 * receipt's key. The tokenizer takes case and marks away; đ is a letter of its own to Unicode and is replaced before.
 */
export const textSearch = `
CREATE VIRTUAL TABLE text_search USING fts5(
  passage, file, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO text_search (rowid, passage)
SELECT place, replace(replace(replace(replace(text, 'đ', 'd'), 'Đ', 'd'), 'ð', 'd'), 'Ð', 'd') FROM (
  SELECT t.submission * 1024 + row_number() OVER (PARTITION BY t.submission ORDER BY t.name) - 1 AS place, t.text
  FROM text_input t JOIN submission s ON s.key = t.submission AND s.state = 'effective'
  WHERE t.text <> '' AND (t.name GLOB 'nar.*' OR t.name GLOB 'prop.*.text' OR t.name = 'doc.note')
) ORDER BY place;
INSERT INTO text_search (rowid, file)
SELECT -key, replace(replace(replace(replace(
  replace(path, rtrim(path, replace(replace(path, '/', ''), '\\', '')), ''), 'đ', 'd'), 'Đ', 'd'), 'ð', 'd'), 'Ð', 'd')
FROM receipt ORDER BY key DESC;
`
