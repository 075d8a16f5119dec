/** The questions of files that wait: the first of each stands open among the findings until the file has its answer. */
const questions: ReadonlySet<string> = new Set([
  ...['M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47'],
  ...['M51', 'M56', 'M57', 'M68'],
])

/** Whether a finding is settled by the answer to a waiting file, and never by a decision about the finding itself. */
export const isAnsweredAtIntake = (rule: string): boolean => questions.has(rule)
