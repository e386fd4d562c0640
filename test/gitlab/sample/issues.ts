import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { WorldIssue, WorldMilestone, WorldProject } from '../world.ts';
import { isWithin } from '../access.ts';
import { chance } from '../seed.ts';
import { iterationsAround } from './calendar.ts';
import { anIssueOf } from './issue-drafts.ts';
import type { SampleMilestones } from './milestones.ts';
import { planningIssues } from './planning.ts';
import { specialIssues } from './special-issues.ts';
import { storiesOf } from './stories.ts';
import { storyOn } from './story-on.ts';

/** An issue can be carried so often. */
const before = 5;
/** Work is planned and proposed so many milestones ahead. */
const ahead = 5;

/** The plan: from what was done in the last milestones to what is proposed for those to come. */
export function sampleIssues(
	plan: PlanRules,
	milestones: SampleMilestones,
	projects: readonly Pick<WorldProject, 'path' | 'visibility' | 'archived'>[],
	today: IsoDate,
): WorldIssue[] {
	const homes = homesOf(plan, projects);
	const byTitle = new Map(milestones.all.map((one): [string, WorldMilestone] => [one.title, one]));
	const iterations = iterationsAround(today, plan.releaseDay, before + 1, ahead + before);
	const origins = Array.from({ length: before + 1 + ahead }, (_, index) => index + 1);
	const stories = origins.flatMap((at) => storiesOf(iterations, at, homes));
	return [
		...stories.flatMap((story) => storyOn(story, plan, byTitle, today) ?? []),
		...specialIssues(plan, milestones, homes[0], today),
		...planningIssues(plan, milestones, today),
	].map(anIssueOf);
}

/** Where issues live: most of them where the plan is made, the rest anywhere in the group. */
function homesOf(
	plan: PlanRules,
	projects: readonly Pick<WorldProject, 'path' | 'visibility' | 'archived'>[],
): readonly [string, ...string[]] {
	const main = plan.planningIssues?.project ?? `${plan.group}/sample-monolith`;
	const others = projects
		.filter(({ path, visibility }) => visibility === 'public' && isWithin(path, plan.group))
		.filter(({ archived }) => !archived)
		.map(({ path }) => path);
	return [main, ...others.filter((path) => chance(`home ${path}`, 35) && path !== main)];
}
