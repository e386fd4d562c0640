import type { Api, NoticeRule } from '#model/api.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import {
	findMilestoneDays,
	parseTitle,
	titleAfter,
	type CalendarMilestone,
} from '#core/plan/calendar.ts';
import { currentMilestone, isPlanMilestone } from '#core/base/milestones.ts';
import { mayCallMore } from './callers.ts';
import { isOpen, type Consumer, type EndpointCall } from './consumer.ts';

type Dated = Pick<Milestone, 'title' | 'startDate' | 'dueDate'>;
type Rules = Parameters<typeof findMilestoneDays>[2] & Pick<PlanRules, 'milestonePattern'>;

/** By when those who depend on the API have to know of a change in a major milestone. */
export interface Notice {
	rule: NoticeRule;
	/** The last milestone in which they can be told. */
	milestone: CalendarMilestone;
	/**
	 * `past`: its release was before today, so that the rule cannot be kept any more. `unknown`: nobody
	 * knows when it is released.
	 */
	state: 'ahead' | 'past' | 'unknown';
}

/** A major milestone, in which a change that breaks the API may come. */
export interface MajorNotice {
	/** `20.0`, with its days. */
	major: CalendarMilestone;
	/** In the order of the registry. */
	notices: Notice[];
}

/** How many major milestones ahead are looked at. */
const majorsAhead = 2;

/**
 * The next major milestones after the current one, and by when each rule wants people to be told of
 * a change that comes in it. Empty: which milestone is current is not known, or milestones are not counted.
 *
 * A milestone is told of in the posts of its release, so its release is the last day.
 */
export function findMajorNotices(
	{ notice }: Pick<Api, 'notice'>,
	milestones: readonly Dated[],
	rules: Rules,
	today: IsoDate,
): MajorNotice[] {
	const inPlan = milestones.filter(({ title }) => isPlanMilestone(title, rules.milestonePattern));
	const current = parseTitle(currentMilestone(inPlan, today)?.title ?? '');
	const { lastMinor } = rules;
	if (current === undefined || lastMinor === undefined) return [];
	return Array.from({ length: majorsAhead }, (_, index) => {
		const major = `${String(current.major + 1 + index)}.0`;
		const notices = notice.map((rule): Notice => {
			const title = titleAfter(major, -rule.milestonesBefore, { ...rules, lastMinor });
			const milestone = findMilestoneDays(title, inPlan, rules);
			const { release } = milestone.dates;
			const state = release === null ? 'unknown' : release < today ? 'past' : 'ahead';
			return { rule, milestone, state };
		});
		return { major: findMilestoneDays(major, inPlan, rules), notices };
	});
}

/** A consumer as far as a change of some endpoints concerns it. */
export interface ImpactedConsumer {
	consumer: Consumer;
	/** The calls of it that break, in the order of the registry. */
	breaks: readonly EndpointCall[];
	/** Those that may break: their path is of several endpoints, and the method is not known. */
	mayBreak: readonly EndpointCall[];
	/**
	 * True: it may call more than is known, since not all of its source was read, or it calls what is
	 * no endpoint of the registry.
	 */
	mayBreakMore: boolean;
}

/** Who breaks when some endpoints change, and of whom nobody can tell. */
export interface Impact {
	/** Those that call at least one of them. */
	breaking: ImpactedConsumer[];
	/** Those of which no call is known, and that may have one. */
	unknown: ImpactedConsumer[];
	/** Those that call none of them, as far as all of their source says. */
	untouched: ImpactedConsumer[];
}

/** @param endpoints Ids of those that change. */
export function findImpact(consumers: readonly Consumer[], endpoints: ReadonlySet<string>): Impact {
	const impact: Impact = { breaking: [], unknown: [], untouched: [] };
	for (const consumer of consumers) {
		const calls = consumer.calls.filter(({ endpoint }) => endpoints.has(endpoint.id));
		const breaks = calls.filter((call) => !isOpen(call));
		const mayBreak = calls.filter(isOpen);
		const mayBreakMore = mayCallMore(consumer);
		const isUnknown = mayBreakMore || mayBreak.length > 0;
		const kind = breaks.length > 0 ? 'breaking' : isUnknown ? 'unknown' : 'untouched';
		impact[kind].push({ consumer, breaks, mayBreak, mayBreakMore });
	}
	return impact;
}

/** Whom to ask about a consumer: the owner that the registry names, or else the issues of its project. */
export function findContact({ declared, url }: Pick<Consumer, 'declared' | 'url'>): {
	name: string;
	url: string;
} {
	return declared.owner ?? { name: `Issues of ${declared.name}`, url: `${url}/-/issues` };
}

/** The ways in which a call is made, each once: a change of REST alone does not break GraphQL. */
export function findWays({
	places,
}: Pick<EndpointCall, 'places'>): EndpointCall['places'][number]['kind'][] {
	const order = ['method', 'path', 'graphql'] as const;
	return order.filter((kind) => places.some((place) => place.kind === kind));
}
