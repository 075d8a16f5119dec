import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes first; the many short files come last, so that no process waits at the end for a single long one. */
const projects: readonly string[] = ['e2e', 'e2e-window', 'slow', 'quick']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification): number => projects.indexOf(project.name)
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
