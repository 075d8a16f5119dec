/** The questions of files that wait: the first of each stands open among the findings until the file has its answer. */
const question = /^M(?:4[0-7]|51|56|57|68)$/

/** Whether a finding is settled by the answer to a waiting file, and never by a decision about the finding itself. */
export const isAnsweredAtIntake = (rule: string): boolean => question.test(rule)
