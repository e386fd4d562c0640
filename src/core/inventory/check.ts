import type {
	Answer,
	CheckId,
	CheckRules,
	Exemption,
	GroupProject,
	ProjectAccess,
} from '#model/checks.ts';
import type { IsoDate, IsoInstant, WebUrl } from '#model/identifiers.ts';
import type { Group } from '#model/member.ts';
import type { Project } from '#model/project.ts';
import type { Declared, DeclaredProject } from '#model/declared.ts';
import type { About, ListState } from '#model/snapshot.ts';
import type { Entries } from './entries.ts';

/** Lines that are added to a file of the registry. */
export interface Addition {
	action: 'add';
	/** `content/registry/projects.yaml` */
	file: string;
	/** The line after which to add. 0: before the first. */
	line: number;
	/** The line or lines to add, with their indentation. */
	text: string;
}

/**
 * A change to a file of the registry that a person can make as it is. Lines are those of the file
 * as it is: several changes of one file are made from its last line to its first.
 */
export type Edit =
	| Addition
	/** `line` and `end` are the first and the last line that are changed, often the same one. */
	| { action: 'replace'; file: string; line: number; end: number; text: string }
	| { action: 'remove'; file: string; line: number; end: number };

/** How to make a broken check hold. */
export interface Fix {
	/** What to do, in whole sentences. */
	text: string;
	/** There when changes of the registry mend it: all of them together. */
	edits?: readonly Edit[];
}

/** Where something was read. */
export interface ReadFrom {
	/** `.gitlab/CODEOWNERS, line 3`, `the project's latest pipeline` */
	text: string;
	url: WebUrl | null;
}

/** Who can see what was read: everybody, or only those who sign in with a token of that scope. */
export type Permission = 'stranger' | 'token';

/** What a rule finds out about a project, in plain text for people. */
export interface Verdict {
	answer: Exclude<Answer, 'exempt'>;
	/** What was read, as a sentence: `The latest release, v0.9.0, is 212 days old.` */
	observed: string;
	from: ReadFrom | null;
	/** When the list was pulled from which it was read. `null`: never. */
	readAt: IsoInstant | null;
	permission: Permission;
	/** What it would take to tell, when the answer is `unknown`: `A token with the scope read_api.` */
	needs?: string;
	/** There when the answer is `broken`; and when it is `unknown`, if there is something to do. */
	fix?: Fix;
}

/** The check says nothing about such a project. It is no answer, and no sum counts it. */
export interface NotApplicable {
	answer: 'not-applicable';
	/** As a sentence. */
	why: string;
}

/** What is known of a project that the registry declares, one of the team's or a consumer. */
export interface ProjectSubject {
	declared: Declared<
		Pick<DeclaredProject, 'path'> &
			Partial<Pick<DeclaredProject, 'private' | 'instance' | 'earlierPaths'>>
	>;
	/** The list in which it is declared. */
	entries: Entries;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
	/** Of the list that `project` is from. */
	state: ListState;
}

/** All that a rule may look at. */
export interface Subject extends ProjectSubject {
	declared: Declared<DeclaredProject>;
	/** The rows of this project. */
	access: readonly ProjectAccess[];
	/** Projects of the groups that have to be complete. Those with this project's id are enough. */
	groupProjects: readonly GroupProject[];
	/** The groups of people, as strangers see them. */
	groups: readonly Group[];
	rules: CheckRules;
	about: About;
	/** The snapshot's day. */
	today: IsoDate;
	/** Address of the GitLab that the project is on. */
	instance: WebUrl;
}

/** One claim about every project of the inventory, and how to find out whether it is true. */
export interface Rule {
	id: CheckId;
	/** The claim, in a few words: `Maintainer access`. */
	title: string;
	/** What holds when it holds, as a sentence: `The group … has maintainer access.` */
	claim: string;
	/** Why it matters, in a sentence or two that a newcomer understands. */
	why: string;
	judge: (subject: Subject) => Verdict | NotApplicable;
}

/** What came of a check of a project, or of a rule of the handbook. */
export interface Judgement<Id, Exempting> extends Omit<Verdict, 'answer'> {
	id: Id;
	title: string;
	why: string;
	answer: Answer;
	/** There when the answer is `exempt`. */
	exemption?: Exempting;
}

/** A rule applied to a project. */
export type Check = Judgement<CheckId, Exemption>;

export interface ProjectChecks {
	checks: readonly Check[];
	/** Those that say nothing about the project, and why. */
	notApplied: readonly Pick<Check, 'id' | 'title' | 'why'>[];
}

/** How many checks gave which answer. What does not apply is in none of them. */
export type AnswerCounts = Readonly<Record<Answer, number>>;
