import type { Project, ProjectFacts } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { ListState } from '#model/snapshot.ts';
import { isToBeDeleted } from './project-state.ts';
import { readOf, unknown } from './verdict.ts';
import type { NotApplicable, ProjectSubject, Subject, Verdict } from './check.ts';

/** What GitLab shows of a project, or why nothing can be said of it. */
export type Gate =
	| { answer: 'facts'; facts: ProjectFacts }
	| { answer: 'unknown'; why: string; needs: string }
	| NotApplicable;

interface Known {
	declared: Omit<ProjectSubject['declared'], 'place'>;
	project: Project | undefined;
	/** Of the list that the project is from, to say why it is not in it. */
	state?: ListState;
}

/** Every rule about what GitLab shows of a project begins here, so that all give the same reasons. */
export function findFacts({ declared, project, state }: Known): Gate {
	if (declared.instance !== undefined) {
		const { host } = new URL(declared.instance);
		return notApplicable(`It's on ${host}, which we don't read.`);
	}
	if (project === undefined || project.answer === 'other-instance') return notPulled(state);
	if (project.answer === 'missing-or-private') {
		return { answer: 'unknown', ...(declared.private === true ? privateProject : unseenProject) };
	}
	return project.facts === null ? notPulled(state) : { answer: 'facts', facts: project.facts };
}

const privateProject = {
	why: 'The registry declares it private, and you need to sign in to see it.',
	needs: 'Membership of the project on GitLab.',
};

const unseenProject = {
	why: "Without signing in, GitLab shows no such project: it's missing or private.",
	needs: 'The project to be visible without signing in.',
};

function notPulled(state: ListState | undefined): Gate {
	return {
		answer: 'unknown',
		why: ["It isn't in the snapshot yet.", (state && whyLacking(state)) ?? []].flat().join(' '),
		needs: 'The next pull.',
	};
}

/** Why a list lacks what it should have. `undefined`: nothing failed. */
export function whyLacking(state: ListState): string | undefined {
	if (state.state === 'missing') return state.reason;
	return state.state === 'fresh' ? state.partial : undefined;
}

/** Judges by what GitLab shows; says why not where it shows nothing. */
export function judgeFacts(
	subject: ProjectSubject,
	judge: (facts: ProjectFacts) => Verdict | NotApplicable,
): Verdict | NotApplicable {
	const gate = findFacts(subject);
	switch (gate.answer) {
		case 'facts':
			return judge(gate.facts);
		case 'not-applicable':
			return gate;
		case 'unknown':
			return unknown(gate.why, readOf(subject.state, null), gate.needs);
	}
}

/** Of what nobody works on any more, nothing more is expected. `undefined`: it is alive. */
export function findArchived(
	{ archived }: Pick<DeclaredProject, 'archived'>,
	project: Project | undefined,
): NotApplicable | undefined {
	if (archived) return notApplicable('The registry declares it archived.');
	if (!project?.facts) return undefined;
	if (isToBeDeleted(project.facts.path))
		return notApplicable("It's scheduled for deletion on GitLab.");
	return project.facts.archived === true ? notApplicable('It is archived on GitLab.') : undefined;
}

/** Judges by what GitLab shows of a project that somebody works on. */
export function judgeAlive(
	subject: Subject,
	judge: (facts: ProjectFacts) => Verdict | NotApplicable,
): Verdict | NotApplicable {
	return findArchived(subject.declared, subject.project) ?? judgeFacts(subject, judge);
}

export function notApplicable(why: string): NotApplicable {
	return { answer: 'not-applicable', why };
}
