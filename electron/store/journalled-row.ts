import type { Store } from './database.ts'

/**
 * Rows whose present state must be what the journal last said of them. `one` reads a row by the key that stands in the
 * entry, `keys` lists all that exist. Internal keys are replaced by codes, so that a swapped code is a changed row.
 * Columns are named: a later step that adds one must not change the hash of rows written before it.
 */
const sources = {
  /** key: name */
  setting: { one: 'SELECT name, value FROM setting WHERE name = ?', keys: 'SELECT name FROM setting' },
  /** key: version */
  programme: {
    one: 'SELECT version, code, sha256, body FROM programme WHERE version = CAST(? AS INTEGER)',
    keys: 'SELECT CAST(version AS TEXT) FROM programme',
  },
  /** key: `all`; two codes that changed places would change every figure of both */
  field: {
    one: "SELECT key, code FROM field WHERE ? = 'all' ORDER BY key",
    keys: "SELECT 'all' WHERE EXISTS (SELECT 1 FROM field)",
  },
  /** key: code */
  unit: {
    one: `SELECT code, name, kind, line, parent, rank, valid_from, valid_to,
            (SELECT json_group_array(alias) FROM (SELECT alias FROM unit_alias WHERE unit = unit.key ORDER BY alias)) AS aliases
          FROM unit WHERE code = ?`,
    keys: 'SELECT code FROM unit',
  },
  /** key: code */
  period: {
    one: 'SELECT code, from_day, to_day, cut_off, due_at, ends_year, state, opened_at, programme_version FROM period WHERE code = ?',
    keys: 'SELECT code FROM period',
  },
  /** key: code of the period; all its expected units are one row of the journal */
  expected_unit: {
    one: `SELECT unit.code, expected_unit.line, expected_unit.kind, expected_unit.rank FROM expected_unit
          JOIN unit ON unit.key = expected_unit.unit JOIN period ON period.key = expected_unit.period
          WHERE period.code = ? ORDER BY unit.code`,
    keys: 'SELECT code FROM period WHERE EXISTS (SELECT 1 FROM expected_unit WHERE period = period.key)',
  },
  /** key: code of the period */
  registered_count: {
    one: `SELECT unit.code AS unit, field.code AS field, registered_count.value FROM registered_count
          JOIN unit ON unit.key = registered_count.unit JOIN field ON field.key = registered_count.field
          JOIN period ON period.key = registered_count.period WHERE period.code = ? ORDER BY unit.code, field.code`,
    keys: 'SELECT code FROM period WHERE EXISTS (SELECT 1 FROM registered_count WHERE period = period.key)',
  },
  /** key: id; its figures and texts are in row_sha256 */
  submission: {
    one: `SELECT submission.id, period.code AS period, unit.code AS unit, submission.version, submission.state, submission.sha256, original_name,
            content_sha256, row_sha256, layout, nil_report, template_version, question, received_at, channel, imported_at, after_close, actor
          FROM submission JOIN period ON period.key = submission.period LEFT JOIN unit ON unit.key = submission.unit WHERE submission.id = ?`,
    keys: 'SELECT id FROM submission',
  },
  /** key: id */
  receipt: {
    one: `SELECT receipt.id, period.code AS period, receipt.path, receipt.sha256, receipt.outcome, unit.code AS unit, submission.id AS submission,
            receipt.received_at, receipt.channel, receipt.imported_at, receipt.actor, receipt.findings
          FROM receipt JOIN period ON period.key = receipt.period LEFT JOIN unit ON unit.key = receipt.unit
          LEFT JOIN submission ON submission.key = receipt.submission WHERE receipt.id = ?`,
    keys: 'SELECT id FROM receipt',
  },
  /** key: id */
  adjustment: {
    one: `SELECT adjustment.id, period.code AS period, unit.code AS unit, field.code AS field, adjustment.value, adjustment.state, reported_state,
            reported_value, basis, reason, actor, at
          FROM adjustment JOIN period ON period.key = adjustment.period JOIN unit ON unit.key = adjustment.unit
          JOIN field ON field.key = adjustment.field WHERE adjustment.id = ?`,
    keys: 'SELECT id FROM adjustment',
  },
  /** key: id */
  task_status: {
    one: `SELECT task_status.id, period.code AS period, unit.code AS unit, task, status, evidence, actor, at FROM task_status
          JOIN period ON period.key = task_status.period JOIN unit ON unit.key = task_status.unit WHERE task_status.id = ?`,
    keys: 'SELECT id FROM task_status',
  },
  /** key: id of the statement; all its files are one row of the journal */
  task_evidence: {
    one: `SELECT task_status.id, sha256, name FROM task_evidence JOIN task_status ON task_status.key = task_evidence.status
          WHERE task_status.id = ? ORDER BY task_evidence.key`,
    keys: 'SELECT id FROM task_status WHERE EXISTS (SELECT 1 FROM task_evidence WHERE status = task_status.key)',
  },
  /** key: id */
  report: {
    one: `SELECT report.id, period.code AS period, report.kind, report.state, profile, language, inputs_sha256, report.sha256, pages, bytes, built_at, actor
          FROM report JOIN period ON period.key = report.period WHERE report.id = ?`,
    keys: 'SELECT id FROM report',
  },
  /** key: id; roles and names are rows of their own, one row of the journal */
  account: {
    one: `SELECT id, name, display_name, is_active, created_at, salt, password_hash, cost, block_size, parallelization, failed_attempts, retry_at,
            last_signed_in_at,
            (SELECT json_group_array(role) FROM (SELECT role FROM account_role WHERE account = account.key ORDER BY role)) AS roles,
            (SELECT json_group_array(folded) FROM (SELECT folded FROM account_name WHERE account = account.key ORDER BY folded)) AS names
          FROM account WHERE id = ?`,
    keys: 'SELECT id FROM account',
  },
  /** key: id */
  report_step: {
    one: `SELECT report_step.id, report.id AS report, report_step.state, report_step.at, report_step.actor, account.id AS account
          FROM report_step JOIN report ON report.key = report_step.report LEFT JOIN account ON account.key = report_step.account
          WHERE report_step.id = ?`,
    keys: 'SELECT id FROM report_step',
  },
  /** key: id */
  settlement: {
    one: `SELECT settlement.id, batch, period.code AS period, finding, rule, unit.code AS unit, subject, decision, basis, reason, fingerprint, adjustment,
            compared, compared_with, by_reviewer, is_undone, actor, at
          FROM settlement JOIN period ON period.key = settlement.period LEFT JOIN unit ON unit.key = settlement.unit WHERE settlement.id = ?`,
    keys: 'SELECT id FROM settlement',
  },
  /** key: id */
  query_answer: {
    one: `SELECT query_answer.id, period.code AS period, finding, unit.code AS unit, verdict, value, text, sha256, actor, at
          FROM query_answer JOIN period ON period.key = query_answer.period JOIN unit ON unit.key = query_answer.unit WHERE query_answer.id = ?`,
    keys: 'SELECT id FROM query_answer',
  },
  /** key: id; what makes it a shortcoming is part of the row */
  note: {
    one: `SELECT note.id, period.code AS period, note.kind, audience, unit.code AS unit, input, passage, seen, text, is_closed, actor, at,
            s.category, s.scope, s.extent, s.cause, s.cause_text, s.remedy, s.owner, s.due_on, s.state, s.verified_at
          FROM note JOIN period ON period.key = note.period LEFT JOIN unit ON unit.key = note.unit LEFT JOIN shortcoming s ON s.note = note.key
          WHERE note.id = ?`,
    keys: 'SELECT id FROM note',
  },
  /** key: id */
  note_entry: {
    one: `SELECT note_entry.id, note.id AS note, note_entry.kind, note_entry.text, sha256, note_entry.actor, note_entry.at
          FROM note_entry JOIN note ON note.key = note_entry.note WHERE note_entry.id = ?`,
    keys: 'SELECT id FROM note_entry',
  },
  /** key: id */
  proposal_step: {
    one: `SELECT proposal_step.id, period.code AS period, unit.code AS unit, words, proposal_step.state, reason, actor, at
          FROM proposal_step JOIN period ON period.key = proposal_step.period JOIN unit ON unit.key = proposal_step.unit WHERE proposal_step.id = ?`,
    keys: 'SELECT id FROM proposal_step',
  },
  /** key: code of the unit */
  unit_desk: {
    one: 'SELECT unit.code, office, phone, email, clerk FROM unit_desk JOIN unit ON unit.key = unit_desk.unit WHERE unit.code = ?',
    keys: 'SELECT unit.code FROM unit_desk JOIN unit ON unit.key = unit_desk.unit',
  },
  /** key: id */
  unit_call: {
    one: `SELECT unit_call.id, period.code AS period, unit.code AS unit, channel, text, actor, at
          FROM unit_call JOIN period ON period.key = unit_call.period JOIN unit ON unit.key = unit_call.unit WHERE unit_call.id = ?`,
    keys: 'SELECT id FROM unit_call',
  },
  /** key: id */
  letter: {
    one: `SELECT letter.id, period.code AS period, unit.code AS unit, letter.kind, round, content, sha256, actor, at
          FROM letter JOIN period ON period.key = letter.period LEFT JOIN unit ON unit.key = letter.unit WHERE letter.id = ?`,
    keys: 'SELECT id FROM letter',
  },
  /** key: id */
  held_answer: {
    one: `SELECT held_answer.id, submission.id AS submission, held_answer.rule, held_answer.params, held_answer.choice, unit.code AS unit,
            held_answer.actor, held_answer.at
          FROM held_answer JOIN submission ON submission.key = held_answer.submission LEFT JOIN unit ON unit.key = held_answer.unit
          WHERE held_answer.id = ?`,
    keys: 'SELECT id FROM held_answer',
  },
  /** key: id */
  sender_name: {
    one: `SELECT sender_name.id, sender_name.folded, sender_name.text, unit.code AS unit, submission.id AS submission, sender_name.state,
            sender_name.actor, sender_name.at
          FROM sender_name JOIN unit ON unit.key = sender_name.unit JOIN submission ON submission.key = sender_name.submission
          WHERE sender_name.id = ?`,
    keys: 'SELECT id FROM sender_name',
  },
  /** key: id */
  kept_mapping: {
    one: `SELECT kept_mapping.id, unit.code AS unit, kept_mapping.layout_key, kept_mapping.mapping, kept_mapping.claims, submission.id AS submission,
            kept_mapping.state, kept_mapping.actor, kept_mapping.at
          FROM kept_mapping JOIN unit ON unit.key = kept_mapping.unit JOIN submission ON submission.key = kept_mapping.submission
          WHERE kept_mapping.id = ?`,
    keys: 'SELECT id FROM kept_mapping',
  },
  /** key: id of the submission */
  mapping_use: {
    one: `SELECT submission.id AS submission, kept_mapping.id AS mapping FROM mapping_use
          JOIN submission ON submission.key = mapping_use.submission JOIN kept_mapping ON kept_mapping.key = mapping_use.mapping
          WHERE submission.id = ?`,
    keys: 'SELECT submission.id FROM mapping_use JOIN submission ON submission.key = mapping_use.submission',
  },
  /** key: id */
  paper: {
    one: `SELECT paper.id, receipt.id AS receipt, unit.code AS unit, paper.number, paper.issued_on, paper.signer, paper.subject, paper.note,
            paper.state, paper.reason, paper.actor, paper.at
          FROM paper JOIN receipt ON receipt.key = paper.receipt JOIN unit ON unit.key = paper.unit WHERE paper.id = ?`,
    keys: 'SELECT id FROM paper',
  },
  /** key: id */
  laid_text: {
    one: `SELECT laid_text.id, period.code AS period, unit.code AS unit, laid_text.name, laid_text.text, laid_text.reported, receipt.id AS receipt,
            laid_text.sha256, laid_text.heading, laid_text.paragraph, laid_text.state, laid_text.reason, laid_text.actor, laid_text.at
          FROM laid_text JOIN period ON period.key = laid_text.period JOIN unit ON unit.key = laid_text.unit
          JOIN receipt ON receipt.key = laid_text.receipt WHERE laid_text.id = ?`,
    keys: 'SELECT id FROM laid_text',
  },
  /** key: id */
  keyed_entry: {
    one: `SELECT keyed_entry.id, period.code AS period, unit.code AS unit, receipt.id AS receipt, keyed_entry.told_by, keyed_entry.told_at,
            keyed_entry.note, keyed_entry.figures, keyed_entry.state, submission.id AS submission, keyed_entry.actor, keyed_entry.at,
            keyed_entry.checker, keyed_entry.checked_at, keyed_entry.differences, keyed_entry.reason
          FROM keyed_entry JOIN period ON period.key = keyed_entry.period JOIN unit ON unit.key = keyed_entry.unit
          LEFT JOIN receipt ON receipt.key = keyed_entry.receipt LEFT JOIN submission ON submission.key = keyed_entry.submission
          WHERE keyed_entry.id = ?`,
    keys: 'SELECT id FROM keyed_entry',
  },
  /** key: id of the step */
  report_step_word: {
    one: `SELECT report_step.id AS step, report_step_word.kind, report_step_word.words FROM report_step_word
          JOIN report_step ON report_step.key = report_step_word.step WHERE report_step.id = ?`,
    keys: 'SELECT report_step.id FROM report_step_word JOIN report_step ON report_step.key = report_step_word.step',
  },
  /** key: id */
  report_freeze: {
    one: `SELECT report_freeze.id, report.id AS report, report_freeze.at, report_freeze.actor, snapshot_sha256, base_sha256, identifier,
            report_freeze.pages, journal_head, code
          FROM report_freeze JOIN report ON report.key = report_freeze.report WHERE report_freeze.id = ?`,
    keys: 'SELECT id FROM report_freeze',
  },
  /** key: id */
  report_file: {
    one: `SELECT report_file.id, report_freeze.id AS freeze, role, sha256, bytes, ending, report_file.at, report_file.actor
          FROM report_file JOIN report_freeze ON report_freeze.key = report_file.freeze WHERE report_file.id = ?`,
    keys: 'SELECT id FROM report_file',
  },
  /** key: id */
  report_remark: {
    one: `SELECT report_remark.id, report.id AS report, text, report_remark.at, report_remark.actor, answer, answered_at, answered_by
          FROM report_remark JOIN report ON report.key = report_remark.report WHERE report_remark.id = ?`,
    keys: 'SELECT id FROM report_remark',
  },
  /** key: id of the remark */
  report_remark_place: {
    one: `SELECT report_remark.id AS remark, section FROM report_remark_place
          JOIN report_remark ON report_remark.key = report_remark_place.remark WHERE report_remark.id = ?`,
    keys: 'SELECT report_remark.id FROM report_remark_place JOIN report_remark ON report_remark.key = report_remark_place.remark',
  },
  /** key: id */
  report_reading: {
    one: `SELECT report_reading.id, report_freeze.id AS freeze, report_reading.at, report_reading.actor, account.id AS account
          FROM report_reading JOIN report_freeze ON report_freeze.key = report_reading.freeze
          LEFT JOIN account ON account.key = report_reading.account WHERE report_reading.id = ?`,
    keys: 'SELECT id FROM report_reading',
  },
  /** key: id */
  report_text: {
    one: `SELECT report_text.id, period.code AS period, report_text.kind, section, text, actor, at
          FROM report_text JOIN period ON period.key = report_text.period WHERE report_text.id = ?`,
    keys: 'SELECT id FROM report_text',
  },
  /** key: id */
  report_paragraph: {
    one: `SELECT report_paragraph.id, period.code AS period, report_paragraph.kind, paragraph, text, base, actor, at
          FROM report_paragraph JOIN period ON period.key = report_paragraph.period WHERE report_paragraph.id = ?`,
    keys: 'SELECT id FROM report_paragraph',
  },
  /** key: id */
  report_pin_list: {
    one: `SELECT report_pin_list.id, period.code AS period, report_pin_list.kind, task, pins, actor, at
          FROM report_pin_list JOIN period ON period.key = report_pin_list.period WHERE report_pin_list.id = ?`,
    keys: 'SELECT id FROM report_pin_list',
  },
  /** key: id */
  report_style: {
    one: `SELECT report_style.id, period.code AS period, report_style.kind, style, actor, at
          FROM report_style JOIN period ON period.key = report_style.period WHERE report_style.id = ?`,
    keys: 'SELECT id FROM report_style',
  },
  /** key: id */
  document_number: {
    one: `SELECT document_number.id, type, term_from, number, day, symbol, report.id AS report, old.id AS supersedes, about,
            document_number.at, document_number.actor
          FROM document_number LEFT JOIN report ON report.key = document_number.report
          LEFT JOIN report old ON old.key = document_number.supersedes WHERE document_number.id = ?`,
    keys: 'SELECT id FROM document_number',
  },
  /** key: sha256 */
  trust_root: {
    one: 'SELECT sha256, name, valid_from, valid_to, body, is_active, at, actor FROM trust_root WHERE sha256 = ?',
    keys: 'SELECT sha256 FROM trust_root',
  },
  /** key: sha256 */
  certificate_attempt: {
    one: 'SELECT sha256, failed, retry_at FROM certificate_attempt WHERE sha256 = ?',
    keys: 'SELECT sha256 FROM certificate_attempt',
  },
} as const satisfies Record<string, { one: string; keys: string }>

export type JournalledTable = keyof typeof sources
export const journalledTables = Object.keys(sources) as readonly JournalledTable[]

export const isJournalledTable = (table: string): table is JournalledTable => Object.hasOwn(sources, table)

/** The row as text for hashing, values in the order of the columns above; undefined when there is none. */
export function readJournalledRow(store: Store, table: JournalledTable, key: string): string | undefined {
  const rows = store.prepare<[string], Record<string, string | number | null>>(sources[table].one).all(key)
  return rows.length === 0 ? undefined : JSON.stringify(rows.map((row) => Object.values(row)))
}

export const listJournalledKeys = (store: Store, table: JournalledTable): string[] => store.pluck<[], string>(sources[table].keys).all()
