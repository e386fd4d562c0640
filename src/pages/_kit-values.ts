import type { Check } from '#core/inventory/check.ts';
import type { Amount } from '#core/plan/charts/burn-up.ts';
import type { IssueRow } from '#core/words/issue-rows.ts';
import type { Tone } from '#core/words/tone.ts';
import type { Answer } from '#model/checks.ts';
import { mapLists, type About, type ListState } from '#model/snapshot.ts';

/** Values that show the components of `_Kit.astro` in all their states. All are invented. */

const pulledAt = '2026-11-23T06:00:00Z';
const reason = 'GitLab answered 503 when asked for the issues.';
const listStates: ListState[] = [
	{ state: 'fresh', rows: 3, pulledAt },
	{ state: 'stale', rows: 3, pulledAt, reason },
	{ state: 'missing', reason },
	{ state: 'missing', hidden: true, reason: 'GitLab answered 404.' },
];

/** Of data that are invented, fresh, stale, missing and not public. */
export function bannersOf(about: About): About[] {
	const withState = (state: ListState, sample: boolean): About => ({
		...about,
		sample,
		lists: mapLists<About['lists']>(() => state),
	});
	return [
		...listStates.slice(0, 1).map((state) => withState(state, true)),
		...listStates.map((state) => withState(state, false)),
	];
}

export const tones: Record<Tone, string> = {
	good: 'Passes',
	warn: 'Needs attention',
	bad: 'Fails',
	quiet: 'Not checked',
	ink: 'Closed',
	now: 'Now',
};

const long = 'A title that is far too long for a line '.repeat(6).trim();

export const rows: IssueRow[] = (['At risk', 'On track', 'No health status'] as const).map(
	(word, index) => ({
		reference: `example/tools/widget#${String(index + 1)}`,
		title: index === 0 ? long : `Teach the widget to wait ${String(index)}`,
		webUrl: index === 2 ? null : 'https://gitlab.example.com/',
		committed: index === 0,
		weight: index === 2 ? null : index + 1,
		status: { word, tone: index === 0 ? 'bad' : index === 1 ? 'good' : 'quiet' },
		work: index === 1 ? 'in review' : null,
		blocked: index === 0,
		notes: index === 0 ? ['carried in from 19.5 and 19.6'] : [],
		is: index === 0 ? ['at-risk'] : [],
	}),
);

const states = ['closed', 'closed', 'opened', 'opened', 'opened', 'opened'] as const;
const healths = [null, null, null, 'on_track', 'needs_attention', 'at_risk'] as const;
export const issues = states.map((state, index) => ({
	state,
	weight: index,
	healthStatus: healths[index] ?? null,
}));
export const manyIssues = Array.from({ length: 20 }, () => issues).flat();

export const days: Amount[] = [
	{ day: '2026-11-14', total: 40, closed: 0 },
	{ day: '2026-11-18', total: 43, closed: 2 },
	{ day: '2026-11-23', total: 45, closed: 4 },
];
export const dates = { start: '2026-11-14', cutoff: '2026-12-11', release: '2026-12-17' };
export const today = '2026-11-23';

const observed: Record<Answer, string> = {
	broken: 'The latest release, v0.9.0, is 212 days old.',
	unknown: 'GitLab hides its releases.',
	exempt: 'GitLab doesn’t recognize a license in it.',
	holds: 'It is at the declared path.',
};
const answers: Answer[] = ['broken', 'unknown', 'exempt', 'holds'];
export const checks: (Check & { since: undefined })[] = answers.map((answer) => ({
	id: answer === 'holds' ? 'path' : 'release',
	title: `A check that is ${answer}`,
	claim: 'The claim of the check.',
	why: 'Why it matters.',
	answer,
	observed: observed[answer],
	from: null,
	readAt: pulledAt,
	permission: 'stranger',
	since: undefined,
	...(answer === 'unknown' && { needs: 'A token with the scope read_api.' }),
	...(answer === 'broken' && { fix: { text: 'Release the project.' } }),
}));
