import type { AddressOf, SitePath } from '#core/publish/exports/addresses.ts';
import type { ChangesOfDay, PlanChange } from '#core/plan/changes/change.ts';
import { describeChange } from '#core/words/describe-change.ts';
import { issueUrl } from '#core/base/issue-url.ts';
import { formatDay } from '#core/words/formats.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { changesAnchor } from './addresses.ts';
import type { FeedEntry } from './feed-entry.ts';

interface Surroundings {
	rules: Pick<PlanRules, 'priorities' | 'iterations'>;
	/** The instance that was asked. */
	source: WebUrl;
	addressOf: AddressOf;
	/** The page of all changes. `undefined`: there is none, and entries link to the first page. */
	changesPage: SitePath | undefined;
}

/** The changes of the plan as entries of the feed, one each, in the order of the days. */
export function toPlanEntries(
	days: readonly ChangesOfDay[],
	surroundings: Surroundings,
): FeedEntry[] {
	return days.flatMap((day) => day.changes.map((change) => toEntry(change, day, surroundings)));
}

function toEntry(
	change: PlanChange,
	{ day, since }: ChangesOfDay,
	{ rules, source, addressOf, changesPage }: Surroundings,
): FeedEntry {
	const sentence = describeChange(change, rules);
	const page = addressOf(changesPage ? `${changesPage}#${changesAnchor(day)}` : '/');
	const seen = `The plan of ${formatDay(day)}, compared with that of ${formatDay(since)}.`;
	if (change.kind === 'dates-moved') {
		const id = ['plan', day, change.milestone, change.kind];
		return { id, day, title: sentence, link: page, kind: change.kind, notes: [seen] };
	}
	const { issue, kind } = change;
	const reference = referenceOf(issue);
	return {
		id: ['plan', day, reference, kind],
		day,
		title: `${issue.title}: ${sentence}`,
		// What strangers may not see any more leads nowhere.
		link: kind === 'not-seen' ? page : issueUrl(source, issue),
		kind,
		notes: [`${reference}: ${sentence}`, seen],
	};
}
