import { dayOf } from '#core/base/dates.ts';
import type { MilestonePlan } from '#core/plan/plan.ts';
import { planningDay } from '#core/plan/planning-issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, RuleWorld } from '#core/rules/frame/rule.ts';
import { milestoneItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';

export const planningIssuesInTime: HandbookRule = {
	id: 'planning-issues-in-time',
	title: 'Planning issues are on time',
	state: ({ plan }) =>
		`A planning issue exists at least ${formatCount(plan.planningIssueDaysBefore ?? 0, 'day')} before its milestone starts.`,
	why: 'Reviewers of the plan need that long.',
	needs: { plan: ['planningIssues', 'planningIssueDaysBefore'] },
	lists: ['milestones', 'planning-issues'],
	judge: (world) => {
		const due = [world.plan.current, ...world.plan.next].filter((one) => isDue(one, world));
		const undated = due.filter(({ planningIssue }) => planningIssue?.createdAt === null);
		if (undated.length > 0) {
			const observed = "We don't know yet when the planning issues were opened.";
			return notChecked(observed, 'The next pull.');
		}
		return judgeEvery({
			all: due,
			isWrong: (one) => isLate(one, world),
			toItem: ({ milestone }) => milestoneItem(milestone),
			none: {
				observed: 'No planning issue is due yet.',
				needs: 'A milestone whose planning issue is due.',
			},
			right: (count) =>
				`${say(count, 'planning issue', ['was', 'were'])} opened in time, of all that are due.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'planning issue', ['was', 'were'])} opened too late, or not at all.`,
			fix: 'Open those that are missing now, and the next ones earlier.',
		});
	},
};

function dueDayOf({ dates }: MilestonePlan, { registry }: RuleWorld) {
	return planningDay(dates.start, registry.plan);
}

function isDue(plan: MilestonePlan | null, world: RuleWorld): plan is MilestonePlan {
	const day = plan && dueDayOf(plan, world);
	return day !== null && day <= world.today;
}

function isLate(plan: MilestonePlan, world: RuleWorld): boolean {
	const day = dueDayOf(plan, world);
	const opened = plan.planningIssue?.createdAt ?? null;
	return day !== null && (opened === null || dayOf(opened) > day);
}
