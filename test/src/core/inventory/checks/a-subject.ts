/** Subjects of rules: a project that is as it should be, and what a test changes about it. */
import type { NotApplicable, Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { entriesOf } from '#core/inventory/entries.ts';
import type { ListName, ListState } from '#model/snapshot.ts';
import {
	aDeclaredProject,
	aGroup,
	aGroupProject,
	anAccess,
	aProject,
	aSnapshot,
	checkRules,
	someFacts,
	source,
} from '../../../../builders.ts';

type Changes = Omit<Partial<Subject>, 'declared'> & {
	declared?: Parameters<typeof aDeclaredProject>[0];
	/** Of the project, when it is found. */
	facts?: Parameters<typeof someFacts>[0];
	/** Lists that are not fresh. */
	lists?: Partial<Record<ListName, ListState>>;
};

export const missing: ListState = { state: 'missing', reason: 'GitLab answered 503.' };

/** Declared as it is on GitLab, with maintainer access, as a pull with a token knows it. */
export function aSubject({ declared, facts, lists = {}, ...changes }: Changes = {}): Subject {
	const { about } = aSnapshot({ lists });
	return {
		declared: aDeclaredProject(declared),
		entries: entriesOf([]),
		project: aProject({ facts: someFacts(facts) }),
		state: about.lists.projects,
		access: [anAccess()],
		groupProjects: [aGroupProject()],
		groups: [aGroup({ path: 'example/maintainers' })],
		rules: checkRules(),
		about,
		today: '2026-11-23',
		instance: source,
		...changes,
	};
}

export function judge(rule: Rule, changes?: Changes): Verdict | NotApplicable {
	return rule.judge(aSubject(changes));
}

/** All that a verdict says in words, to look for a few of them. */
export function wordsOf(verdict: Verdict | NotApplicable): string {
	if (verdict.answer === 'not-applicable') return verdict.why;
	const { observed, needs = '', fix } = verdict;
	return [observed, needs, fix?.text ?? ''].join('\n');
}
