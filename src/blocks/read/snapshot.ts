import { getCollection, getEntry } from 'astro:content';
import { dayOf } from '#core/base/dates.ts';
import { buildPlan, type Plan } from '#core/plan/plan.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { Project } from '#model/project.ts';
import type { PlanRules } from '#model/registry.ts';
import type { About } from '#model/snapshot.ts';

/** Where the snapshot is from, and the state of each of its lists. */
export async function readAbout(): Promise<About> {
	const entry = await getEntry('about', 'about');
	// The loader throws when there is no snapshot, so this is for a collection that was renamed.
	if (!entry)
		throw new Error('The collection "about" of src/content.config.ts has no entry "about".');
	return entry.data;
}

/** How the team writes its plan. */
export async function readPlanRules(): Promise<PlanRules> {
	const entry = await getEntry('plan', 'plan');
	if (!entry)
		throw new Error('The collection "plan" of src/content.config.ts has no entry "plan".');
	return entry.data;
}

/** The plan as it was on the snapshot's day. */
export async function readPlan(): Promise<Plan> {
	const [about, rules, milestones, issues, candidates, planningIssues] = await Promise.all([
		readAbout(),
		readPlanRules(),
		getCollection('milestones'),
		getCollection('issues'),
		getCollection('candidates'),
		getCollection('planningIssues'),
	]);
	return buildPlan({
		milestones: milestones.map(({ data }) => data),
		issues: issues.map(({ data }) => data),
		candidates: candidates.map(({ data }) => data),
		planningIssues: planningIssues.map(({ data }) => data),
		rules,
		today: dayOf(about.pulledAt),
	});
}

/** The milestones of the snapshot, of the plan or not. */
export async function readMilestones(): Promise<Milestone[]> {
	return (await getCollection('milestones')).map(({ data }) => data);
}

/** The issues that state the plan of a milestone. */
export async function readPlanningIssues(): Promise<Issue[]> {
	return (await getCollection('planningIssues')).map(({ data }) => data);
}

/** Finds what GitLab answered about a declared project. Paths that differ in case only are the same. */
export async function readProjects(
	list: 'projects' | 'consumers',
): Promise<(path: string) => Project | undefined> {
	const entries = await getCollection(list);
	const byPath = new Map(entries.map(({ data }) => [data.path.toLowerCase(), data]));
	return (path) => byPath.get(path.toLowerCase());
}
