import { dayOf } from '#core/base/dates.ts';
import { findKnownRoles } from '#core/people/covered-roles.ts';
import type { MilestonePlan } from '#core/plan/plan.ts';
import { planningDay } from '#core/plan/planning-issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleWorld } from '#core/rules/frame/rule.ts';
import { milestoneItem, notChecked } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatList } from '#core/words/formats.ts';

export const planningIssueRules = {
	'planning-issues-ahead': {
		title: 'Planning issues exist',
		state: ({ plan }) =>
			`There is a planning issue for each of the next ${formatCount(plan.nextMilestones, 'milestone')}.`,
		why: 'Without one, nobody can propose, discuss or review what the milestone is for.',
		needs: { plan: ['planningIssues'] },
		lists: ['milestones', 'planning-issues'],
		judge: (world) =>
			judgeEvery({
				all: world.plan.next,
				isWrong: ({ planningIssue }) => planningIssue === null,
				toItem: ({ milestone }) => milestoneItem(milestone),
				none: {
					observed: 'GitLab has no milestone after the current one.',
					needs: 'The next milestones on GitLab.',
				},
				noun: 'milestone',
				right: ['has a planning issue', 'have one each'],
				wrong: ['has no planning issue', 'have no planning issue'],
				fix: `Open a planning issue for each, with the label ~"${world.registry.plan.planningIssues?.label ?? ''}", and add it to the milestone.`,
			}),
	},
	'planning-issues-in-time': {
		title: 'Planning issues are on time',
		state: ({ plan }) =>
			`A planning issue exists at least ${formatCount(plan.planningIssueDaysBefore ?? 0, 'day')} before its milestone starts.`,
		why: 'It takes that long to review the plan.',
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
				noun: 'planning issue',
				right: ['was', 'were', 'opened in time, of all that are due'],
				wrong: ['was', 'were', 'opened too late, or not at all'],
				fix: 'Open those that are missing now, and the next ones earlier.',
			});
		},
	},
	/** By roles: who has them is left out even of the snapshot. */
	'planning-issues-covered': {
		title: 'Planning issues have all roles',
		state: (_, { roles = [] }) =>
			`A planning issue is assigned to somebody with each role: ${formatList(roles)}.`,
		why: "If one of them hasn't seen the plan, it changes later.",
		needs: { plan: ['planningIssues'] },
		takes: ['roles'],
		lists: ['milestones', 'planning-issues', 'team'],
		judge: (world, { roles = [] }) => {
			const known = findKnownRoles(roles, world.snapshot.rows.team);
			if (known.length === 0) {
				const observed = 'The rosters have nobody with any of these roles.';
				return notChecked(observed, 'People with these roles in the rosters of team.yaml.');
			}
			return judgeEvery({
				all: assigned(world, known),
				isWrong: ({ missing }) => missing.length > 0,
				toItem: ({ title, url, missing }) => ({
					text: `${title}: no ${formatList(missing, 'or')}`,
					url,
				}),
				none: {
					observed: "We don't know yet which roles the planning issues are assigned to.",
					needs: 'A pull of planning issues and of the list of people.',
				},
				noun: 'planning issue',
				right: ['is', 'are', `assigned to all roles that the rosters have: ${formatList(known)}`],
				wrong: ['lacks', 'lack', 'a role'],
				fix: 'Assign the planning issue to somebody with each role.',
			});
		},
	},
} satisfies HandbookRules;

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

function assigned({ plan, snapshot }: RuleWorld, known: readonly string[]) {
	return [plan.current, ...plan.next].flatMap((one) => {
		const { project, iid } = one?.planningIssue ?? {};
		const row = snapshot.rows['planning-issues'].find(
			(issue) => issue.project === project && issue.iid === iid,
		);
		if (!one || row?.covers === undefined) return [];
		const { covers, webUrl } = row;
		const missing = known.filter((role) => !covers.includes(role));
		return [{ title: one.milestone.title, url: webUrl, missing }];
	});
}
