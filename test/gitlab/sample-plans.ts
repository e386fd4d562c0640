import { scopedValue } from '#core/base/labels.ts';
import {
	findAskedMilestones,
	findPlannedMilestones,
	milestonesAround,
} from '#core/base/milestones.ts';
import { toPlanOfDay } from '#core/plan/plan-of-day.ts';
import { createCleaner } from '#gitlab/transport/clean.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { Issue, type DepartedIssue } from '#model/issue.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { lists } from '#model/snapshot.ts';
import { planted } from './planted.ts';
import { addDays } from './sample/calendar.ts';
import { sampleIssues } from './sample/issues.ts';
import { sampleMilestones } from './sample/milestones.ts';
import type { WorldIssue, WorldProject } from './world.ts';

/** A pull takes control characters out of titles. */
const cleaner = createCleaner(undefined);
/** How many milestones a pull keeps around the current one. */
const pulled = { before: 3, after: 6 };

export interface SamplePlans {
	/** The last day. */
	until: IsoDate;
	/** How many days, one after the other. */
	days: number;
	source: string;
	/** True unless it is said otherwise. */
	sample?: boolean;
	/** Where else issues can be than in the project in which the plan is made. */
	projects?: readonly WorldProject[];
}

/** The plan of the sample on many days, oldest first, without asking anybody. */
export function samplePlans(
	rules: PlanRules,
	{ until, days, source, sample = true, projects = [] }: SamplePlans,
): PlanOfDay[] {
	const left = new Map<string, DepartedIssue>();
	return Array.from({ length: days }, (_, index) => {
		const day = addDays(until, index + 1 - days);
		const world = sampleMilestones(rules, day);
		const milestones = milestonesAround(
			world.all.map((milestone) => ({ ...milestone, webUrl: null })),
			day,
			{ pattern: rules.milestonePattern, ...pulled },
		);
		const titles = new Map(world.all.map(({ id, title }) => [id, title]));
		const issues = sampleIssues(rules, world, projects, day)
			.filter((issue) => isPublic(issue))
			.map((issue) => toIssue(issue, titles.get(issue.milestoneId ?? 0) ?? null));
		const [, ...next] = findPlannedMilestones(milestones, rules, day);
		const candidates = issues.filter(({ labels, state }) => {
			if (rules.candidateScope === undefined) return false;
			const proposed = scopedValue(labels, rules.candidateScope);
			return state === 'opened' && next.some(({ title }) => title === proposed);
		});
		const asked = findAskedMilestones(milestones, rules, day).map(({ title }) => title);
		const former = followIssues(left, issues, asked);
		const lists = { milestones, issues, 'former-issues': former, candidates };
		const about = { source, sample, pulledAt: `${day}T00:00:00Z` };
		return toPlanOfDay(about, lists, rules);
	});
}

/**
 * Those that were in a milestone on an earlier day and are in none that is asked for now.
 *
 * @param known By reference, where every issue was seen last. It is brought up to date.
 */
function followIssues(
	known: Map<string, DepartedIssue>,
	issues: readonly Issue[],
	asked: readonly string[],
): DepartedIssue[] {
	return issues.flatMap((issue) => {
		const { milestone } = issue;
		const id = lists.issues.id(issue);
		if (milestone !== null && asked.includes(milestone)) {
			known.set(id, { ...issue, formerMilestone: milestone });
			return [];
		}
		const before = known.get(id);
		return before && asked.includes(before.formerMilestone)
			? [{ ...issue, formerMilestone: before.formerMilestone }]
			: [];
	});
}

function isPublic({ confidential, project }: WorldIssue): boolean {
	return !confidential && !project.endsWith(`/${planted.privateProject}`);
}

function toIssue(issue: WorldIssue, milestone: string | null): Issue {
	const { project, iid, title, state, labels, weight, healthStatus, dueDate } = issue;
	return Issue.parse({
		project,
		iid,
		title: cleaner.text(title),
		state,
		labels,
		milestone,
		weight,
		healthStatus,
		dueDate,
		webUrl: null,
	});
}
