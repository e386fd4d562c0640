import type { AnsweredIssue } from '#model/issue.ts';
import type { Registry } from '#model/registry.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';

/** Issues of so many days are looked at. */
export const answerDays = 90;
/** Of fewer cases nothing is said. */
export const fewestCases = 10;

/** The projects in which readers are asked to open issues for the team. Not for the team alone: nobody sees those. */
export function findAnswerProjects({ contact }: Pick<Registry, 'contact'>): ProjectPath[] {
	const issues = (contact?.sections ?? [])
		.flatMap(({ needs }) => needs)
		.flatMap(({ issue }) => (issue?.ours && !issue.confidential ? [issue.project] : []));
	return [...new Set(issues)];
}

/** Hours until a share of all issues had an answer. `atLeast`: it is not reached yet; so long have the others waited. */
export interface Wait {
	hours: number;
	atLeast: boolean;
}

export interface FirstAnswers {
	cases: number;
	/** Half of the issues are answered by then, and nine in ten. `null`: too few cases to say. */
	waits: { median: Wait; slowEnd: Wait } | null;
}

const hourMs = 3_600_000;

/**
 * How long issues of people outside the team wait for their first answer. Those that still wait count as
 * long as they have waited, so that what nobody answers doesn't make the team look fast.
 *
 * @param until When GitLab was asked.
 */
export function measureFirstAnswers(
	issues: readonly Pick<AnsweredIssue, 'openedAt' | 'answeredAt'>[],
	until: IsoInstant,
): FirstAnswers {
	const cases = issues.map(({ openedAt, answeredAt }) => ({
		hours: Math.max(0, (Date.parse(answeredAt ?? until) - Date.parse(openedAt)) / hourMs),
		answered: answeredAt !== null,
	}));
	if (cases.length < fewestCases) return { cases: cases.length, waits: null };
	const waits = { median: waitUntil(0.5, cases), slowEnd: waitUntil(0.9, cases) };
	return { cases: cases.length, waits };
}

/** By Kaplan and Meier: of those that still waited at an answer, the share that it leaves waiting. */
function waitUntil(share: number, cases: readonly { hours: number; answered: boolean }[]): Wait {
	// Of two that took as long, the answer comes first: the other one still waited then.
	const inOrder = cases.toSorted(
		(a, b) => a.hours - b.hours || Number(b.answered) - Number(a.answered),
	);
	let waiting = 1;
	for (const [index, { hours, answered }] of inOrder.entries()) {
		const left = inOrder.length - index;
		if (answered) waiting *= (left - 1) / left;
		// Shares are products of fractions: a half may come out a hair above it.
		if (waiting <= 1 - share + 1e-9) return { hours, atLeast: false };
	}
	return { hours: inOrder.at(-1)?.hours ?? 0, atLeast: true };
}
