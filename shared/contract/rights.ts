import type { Role } from '../domain/account.ts'
import type { Contract } from './index.ts'

/** `area.verb` of everything that can be asked of the engine. */
export type CallName = { [Area in keyof Contract]: `${Area}.${keyof Contract[Area] & string}` }[keyof Contract]

/**
 * Who is let through once there are accounts. `anyone`: also who is not signed in, or locked. `signed_in`: every account.
 * A list: accounts with one of these roles; an empty one is nobody's, only a workspace without accounts lets it through.
 */
export type Right = 'anyone' | 'signed_in' | readonly Role[]

const clerk = ['clerk'] as const
const administrator = ['administrator'] as const
const reviewer = ['reviewer'] as const
const desk = ['clerk', 'reviewer'] as const

/** A contract name that is not here does not compile. */
export const rights: Readonly<Record<CallName, Right>> = {
  'workspace.describe': 'signed_in',
  'workspace.programme': 'signed_in',
  'workspace.openSample': 'signed_in',
  'workspace.leaveSample': 'signed_in',
  'workspace.describeBackup': administrator,
  'workspace.restore': administrator,

  'session.describe': 'anyone',
  'session.signIn': 'anyone',
  'session.signOut': 'anyone',
  'session.lock': 'anyone',
  'session.unlock': 'anyone',
  'session.touch': 'anyone',
  'session.changePassword': 'signed_in',

  'accounts.list': administrator,
  'accounts.createFirst': [],
  'accounts.create': administrator,
  'accounts.update': administrator,
  'accounts.setPassword': administrator,

  'settings.get': 'signed_in',
  'settings.update': administrator,
  'settings.setRule': ['clerk', 'administrator'],
  'settings.reportStyle': 'signed_in',
  'settings.updateReportStyle': ['clerk', 'administrator'],
  'settings.term': 'signed_in',
  'settings.updateTerm': ['registrar', 'administrator'],

  'periods.list': 'signed_in',
  'periods.open': clerk,
  'periods.close': clerk,
  'periods.reopen': clerk,
  'periods.registerCounts': clerk,

  'units.list': 'signed_in',
  'units.import': administrator,

  'templates.write': clerk,

  'submissions.import': clerk,
  'submissions.listHeld': 'signed_in',
  'submissions.resolveHeld': clerk,
  'submissions.waiting': 'signed_in',
  'submissions.held': 'signed_in',
  'submissions.receipts': 'signed_in',
  'submissions.receipt': 'signed_in',
  'submissions.importAgain': clerk,
  'submissions.register': 'signed_in',
  'submissions.sheet': 'signed_in',
  'submissions.registerSheet': 'signed_in',

  'submissions.versions': 'signed_in',

  'mappings.propose': 'signed_in',
  'mappings.preview': 'signed_in',
  'mappings.confirm': clerk,
  'mappings.list': 'signed_in',
  'mappings.forget': clerk,

  'inbox.status': 'signed_in',
  'inbox.settings': ['clerk', 'administrator'],
  'inbox.folders': ['clerk', 'administrator'],
  'inbox.update': ['clerk', 'administrator'],
  'inbox.take': clerk,
  'inbox.dismiss': clerk,

  'senders.list': 'signed_in',
  'senders.forget': clerk,

  'papers.list': 'signed_in',
  'papers.open': 'signed_in',
  'papers.suggest': 'signed_in',
  'papers.narratives': 'signed_in',
  'papers.figures': 'signed_in',
  'papers.describe': clerk,
  'papers.remove': clerk,
  'papers.takeNarratives': clerk,
  'papers.freeProposals': 'signed_in',
  'papers.taken': 'signed_in',
  'papers.withdrawNarrative': clerk,

  'keyed.list': 'signed_in',
  'keyed.get': 'signed_in',
  'keyed.start': clerk,
  'keyed.save': clerk,
  'keyed.check': ['clerk', 'reviewer'],
  'keyed.withdraw': clerk,

  'figures.get': 'signed_in',
  'figures.trace': 'signed_in',
  'figures.grid': 'signed_in',
  'figures.exportGrid': 'signed_in',
  'overview.standing': 'signed_in',
  'overview.get': 'signed_in',
  'overview.weights': 'signed_in',
  'findings.list': 'signed_in',
  'findings.browse': 'signed_in',
  'findings.get': 'signed_in',
  'findings.copies': 'signed_in',
  'findings.rules': 'signed_in',
  'findings.doubts': 'signed_in',

  'tasks.list': 'signed_in',
  'tasks.setStatus': ['clerk', 'reviewer'],

  'adjustments.add': clerk,
  'adjustments.withdraw': clerk,

  // What only a reviewer may decide is told apart inside.
  'discrepancies.settle': desk,
  'discrepancies.undo': desk,
  'discrepancies.list': 'signed_in',
  'discrepancies.answers': 'signed_in',
  'discrepancies.try': 'signed_in',

  'notes.list': 'signed_in',
  'notes.add': desk,
  'notes.move': desk,
  'notes.update': desk,
  'notes.reply': desk,
  'shortcomings.list': 'signed_in',
  'shortcomings.due': 'signed_in',
  'shortcomings.add': desk,
  'shortcomings.update': desk,
  'shortcomings.move': desk,
  'shortcomings.verify': reviewer,
  'contacts.list': 'signed_in',
  'contacts.update': desk,
  'contacts.assign': desk,
  'contacts.call': desk,
  'proposals.list': 'signed_in',
  'proposals.set': desk,
  'narratives.ofTask': 'signed_in',
  'narratives.ofUnit': 'signed_in',
  'letters.write': desk,
  'letters.list': 'signed_in',
  'letters.message': 'signed_in',
  'letters.ready': 'signed_in',
  'letters.takeAnswers': desk,

  'reports.build': clerk,
  'reports.topic': 'signed_in',
  'reports.chooseTopic': clerk,
  'reports.replaced': 'signed_in',
  'reports.chooseReplaced': clerk,
  'reports.list': 'signed_in',
  'reports.open': 'signed_in',
  'reports.save': 'signed_in',
  'reports.review': reviewer,
  'reports.style': 'signed_in',
  'reports.setStyle': clerk,
  'reports.road': 'signed_in',
  'reports.submit': clerk,
  'reports.return': ['leader', 'registrar'],
  'reports.answer': clerk,
  'reports.read': 'signed_in',
  'reports.changes': 'signed_in',
  'reports.changesSheet': 'signed_in',
  'reports.remarksSheet': 'signed_in',
  'reports.later': 'signed_in',
  'reports.weights': 'signed_in',
  'reports.approve': ['leader'],
  // Whoever records it is no preparer of the report, whatever else they are.
  'reports.approveOnPaper': ['clerk', 'reviewer', 'leader', 'registrar'],
  'reports.withdraw': ['clerk', 'leader'],
  'reports.sign': ['leader', 'registrar'],
  'reports.intake': ['leader', 'registrar'],
  'reports.issue': ['registrar'],
  'reports.reprint': 'signed_in',
  'reports.word': 'signed_in',
  'reports.slip': 'signed_in',
  'reports.summary': 'signed_in',
  'reports.tables': 'signed_in',
  'reports.exportPapers': 'signed_in',
  'reports.notice': 'signed_in',
  'reports.findByCode': 'signed_in',
  'reports.register': 'signed_in',
  'reports.recordNumber': ['registrar'],

  'forms.marks': 'signed_in',
  'forms.read': 'signed_in',
  'forms.write': 'signed_in',

  'reportTexts.list': 'signed_in',
  'reportTexts.suggest': 'signed_in',
  'reportTexts.write': clerk,
  'reportTexts.override': clerk,
  'reportTexts.intake': clerk,
  'reportTexts.take': clerk,
  'reportTexts.restore': clerk,
  'reportTexts.refresh': clerk,
  'reportTexts.pin': clerk,
  'reportTexts.unpin': clerk,
  'reportTexts.order': clerk,

  'trust.verifyFile': 'signed_in',
  'trust.listRoots': 'signed_in',
  'trust.addRoot': administrator,
  'trust.removeRoot': administrator,
  'trust.journal': 'signed_in',
  'trust.entries': 'signed_in',
  'trust.actors': 'signed_in',
  'trust.audit': 'signed_in',
  'trust.startAudit': 'signed_in',
  'trust.lastAudit': 'signed_in',
  'search.find': 'signed_in',
  'trust.lastBackup': 'signed_in',
  'trust.backup': ['clerk', 'administrator'],

  'jobs.list': 'signed_in',
  'jobs.get': 'signed_in',
  'jobs.cancel': 'signed_in',
  'events.watch': 'anyone',
  'files.listKept': 'signed_in',
  'files.stat': 'signed_in',
  'files.openEvidence': 'signed_in',
}

/** Nothing to sign in with and nobody to manage: these begin with the first account. */
export const needsAccounts: ReadonlySet<CallName> = new Set([
  'session.signIn',
  'session.unlock',
  'session.changePassword',
  'accounts.create',
  'accounts.update',
  'accounts.setPassword',
])
