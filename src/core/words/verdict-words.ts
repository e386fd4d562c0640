import { sayingOf } from '#core/plan/plan-noun.ts';
import { hasCommitments } from '#core/base/labels.ts';
import { evenPace, type EarlierPace, type Judgement, type Pace } from '#core/plan/pace.ts';
import type { MilestoneRecord } from '#core/plan/changes/milestone-record.ts';
import { formatCount, formatDay, formatDayOfYear } from './formats.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Wording } from './tone.ts';

/** The answer of a page in one sentence, and below it the reckoning. */
export interface VerdictWords extends Omit<Wording, 'word'> {
	sentence: string;
	reckoning?: string[];
}

interface Counts {
	closed: number;
	total: number;
}

/** What a judgement begins with, and how it is marked. */
const looks: Record<Judgement, Wording> = {
	counted: { word: '', tone: 'quiet' },
	early: { word: '', tone: 'quiet' },
	'on-pace': { word: 'On pace: ', tone: 'good' },
	behind: { word: 'Behind pace: ', tone: 'warn' },
	'far-behind': { word: 'Behind pace: ', tone: 'bad', mark: 'alert' },
};

export interface RunningMilestone {
	title: string;
	/** What is counted: `commitment`, or `issue` where none is set apart. */
	noun: 'commitment' | 'issue';
	committed: Counts;
	all: Counts;
	pace: Pace;
	judgement: Judgement;
	/** The day of its issues, where they are stale. `null`: they are not, and the page's day says it. */
	asOf: IsoDate | null;
	/** Newest last. */
	earlier: readonly EarlierPace[];
}

/** How the milestone that is on goes, against an even pace to its cutoff. */
export function describeVerdict(running: RunningMilestone): VerdictWords {
	const { title, noun, committed, all, pace, judgement, asOf } = running;
	const dayOfPace = `day ${String(pace.day)} of ${String(pace.days)}`;
	const day = asOf === null ? dayOfPace : `${formatDayOfYear(asOf)}, ${dayOfPace}`;
	const { word: before, ...look } = looks[judgement];
	if (all.total === 0) return { tone: 'quiet', sentence: `No issue is in ${title} on ${day}` };
	if (committed.total === 0) {
		const nothing = noun === 'issue' ? '' : `Nothing is committed in ${title}: `;
		return { ...look, sentence: `${nothing}${say(all, 'issue')} closed on ${day}` };
	}
	return {
		...look,
		sentence: `${before}${say(committed, noun)} closed on ${day}`,
		reckoning: [
			...(judgement === 'early' ? ['It’s too early to tell.'] : []),
			...(judgement === 'counted' ? [] : [describePace(committed, pace, asOf)]),
			describeEarlier(running.earlier),
		],
	};
}

function say({ closed, total }: Counts, noun: string): string {
	return `${String(closed)} of ${formatCount(total, noun)}`;
}

function describePace({ closed, total }: Counts, pace: Pace, asOf: IsoDate | null): string {
	const left = total - closed;
	const daysLeft = pace.days - pace.day;
	const by = asOf === null ? 'now' : 'then';
	const even = `An even pace would have closed ${String(evenPace(total, pace))} by ${by}.`;
	const [one, many] = asOf === null ? ['is', 'are'] : ['was', 'were'];
	if (left === 0) return `${even} None ${many} left.`;
	const areLeft = `${left === 1 ? one : many} left`;
	return daysLeft === 0
		? `${even} ${String(left)} ${areLeft}, and ${asOf === null ? 'today is' : 'that day was'} the cutoff.`
		: `${even} ${String(left)} ${areLeft} for the ${formatCount(daysLeft, 'day')} to the cutoff.`;
}

/** Beside the even pace, since teams close late. */
function describeEarlier(earlier: readonly EarlierPace[]): string {
	if (earlier.length === 0)
		return 'We can’t compare with last time: no plan from the same day is saved.';
	const ways = earlier
		.slice(-3)
		.map(
			({ milestone, closed, total, delivered, committed }) =>
				`${milestone} had ${String(closed)} of ${String(total)} and ended with ${String(delivered)} of ${String(committed)}`,
		);
	return `On the same day, ${ways.join('; ')}.`;
}

/** A milestone that is not the current one yet, though it may have started, or of which GitLab lacks a date. */
export function describeWaiting(
	title: string,
	start: IsoDate | null,
	today: IsoDate,
): VerdictWords {
	if (start === null) return { tone: 'quiet', sentence: `${title} has no dates on GitLab` };
	const day = formatDay(start);
	const sentence =
		start > today
			? `${title} starts on ${day}`
			: `${title} started on ${day}, while the current one is still on`;
	return { tone: 'quiet', sentence };
}

/** A milestone that has begun since its issues were last pulled. */
export function describeOlder(title: string, day: IsoDate): VerdictWords {
	return {
		tone: 'quiet',
		mark: 'unknown',
		sentence: `We don’t know how ${title} is going: its issues are from ${formatDay(day)}`,
	};
}

/**
 * How a milestone ended: what was in it, added up. `null`: no plan was kept at its cutoff.
 *
 * @param rules Without a label for commitments, nothing is said of any.
 */
export function describeResult(
	{ issues, result, delivered, carried }: MilestoneRecord,
	rules: Pick<PlanRules, 'deliverableLabel' | 'iterations'>,
): VerdictWords | null {
	if (!result?.isFinal || !delivered || !carried) return null;
	const committed = issues.filter(({ commitment }) => commitment === 'deliverable').length;
	const gone = carried.all.count.total;
	const to = new Set(
		issues.flatMap(({ outcome }) => (outcome.kind === 'carried' ? [outcome.to] : [])),
	);
	const whereTo = to.size === 1 ? [...to].join('') : sayingOf(rules)('later milestones');
	const rest = gone === 0 ? '' : `; ${String(gone)} carried to ${whereTo}`;
	return {
		...(gone === 0 ? { tone: 'ink' } : { tone: 'warn', mark: 'arrow' }),
		sentence: `${String(delivered.all.count.total)} of ${formatCount(issues.length, 'issue')} delivered${rest}`,
		reckoning: !hasCommitments(rules)
			? []
			: committed === 0
				? ['Nothing was committed.']
				: [
						`Of the ${formatCount(committed, 'commitment')}, ${countDelivered(delivered.committed.count.total)} and ${String(carried.committed.count.total)} carried out.`,
					],
	};
}

function countDelivered(count: number): string {
	return `${String(count)} ${count === 1 ? 'was' : 'were'} delivered`;
}
