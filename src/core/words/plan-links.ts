import type { IsoDate } from '#model/identifiers.ts';
import type { IssueOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Site } from '#model/site.ts';
import { pathUrl } from './links.ts';

type Referred = Pick<IssueOfDay, 'project' | 'iid'>;

/** The page of what was planned on a kept day. */
export function snapshotPage(day: IsoDate): `/${string}` {
	return `/roadmap/snapshots/${day}/`;
}

/** The page of an issue that has slipped. */
export function issuePage({ project, iid }: Referred): `/${string}` {
	return `/roadmap/issues/${project}/${String(iid)}/`;
}

/**
 * The issues of the plan in a milestone, on GitLab.
 *
 * @param label A label that they have in addition to one of the team's.
 */
export function planIssuesUrl(
	site: Pick<Site, 'instance'>,
	{ group, groupLabels }: Pick<PlanRules, 'group' | 'groupLabels'>,
	{ milestone, state, label }: { milestone: string; state: 'opened' | 'closed'; label?: string },
): string {
	// Of several labels of the team, an issue has to have one.
	const ofTeam = groupLabels.length === 1 ? 'label_name[]' : 'or[label_name][]';
	const query = new URLSearchParams([
		['state', state],
		['milestone_title', milestone],
		...groupLabels.map((one) => [ofTeam, one]),
		...(label === undefined ? [] : [['label_name[]', label]]),
	]);
	return pathUrl(site.instance, `groups/${group}/-/issues?${String(query)}`);
}
