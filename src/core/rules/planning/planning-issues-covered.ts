import { findKnownRoles } from '#core/people/covered-roles.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, RuleWorld } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatList } from '#core/words/formats.ts';

/** By roles: who has them is left out even of the snapshot. */
export const planningIssuesCovered: HandbookRule = {
	id: 'planning-issues-covered',
	title: 'Planning issues have all roles',
	state: (_, { roles = [] }) =>
		`A planning issue is assigned to somebody of each role: ${formatList(roles)}.`,
	why: "A plan that one of them hasn't seen changes later.",
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
			right: (count) =>
				`${say(count, 'planning issue', ['is', 'are'])} assigned to all roles that the rosters have: ${formatList(known)}.`,
			wrong: (count, of) => `${sayOf(count, of, 'planning issue', ['lacks', 'lack'])} a role.`,
			fix: 'Assign the planning issue to somebody with each role.',
		});
	},
};

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
