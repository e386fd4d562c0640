import type { CheckRules, ProjectAccess } from '#model/checks.ts';
import type { ProjectFacts } from '#model/project.ts';
import type { Rule, Subject, Verdict } from './check.ts';
import { describeAccessLevel, maintainerLevel } from './access-level.ts';
import { judgeFacts, pulledAtOf } from './gate.ts';
import { subpageOf } from './source.ts';
import { broken, holds, unknown, type Reading } from './verdict.ts';

export function maintainersRule({ maintainers }: Pick<CheckRules, 'maintainers'>): Rule {
	return {
		id: 'maintainers',
		title: 'Maintainer access',
		claim: `The group ${maintainers} has at least the role Maintainer in the project.`,
		why: 'Without it the team cannot merge, release or change settings there, and every fix waits for somebody else.',
		judge: (subject) => judgeFacts(subject, (facts) => judgeAccess(subject, facts)),
	};
}

function judgeAccess(subject: Subject, facts: ProjectFacts): Verdict {
	const { about, groups, rules } = subject;
	const group = rules.maintainers;
	const state = about.lists.access;
	const url = subpageOf(facts, 'project_members');
	const reading: Reading = {
		from: { text: "the project's members on GitLab", url },
		readAt: pulledAtOf(state),
		permission: 'token',
	};
	if (groups.some(({ path, visible }) => !visible && isSame(path, group))) {
		const saw = `GitLab does not show the group ${group} to strangers, so its access is not published.`;
		return unknown(saw, reading, 'The group to be visible to strangers.');
	}
	if (state.state === 'missing') {
		const saw = `With whom a project is shared, GitLab tells only to those who sign in. ${state.reason}`;
		return unknown(saw, reading, 'A token with the scope read_api.');
	}
	const access = findAccess(subject);
	if (access === undefined) {
		const saw = `Nobody has asked GitLab yet which access ${group} has.`;
		return unknown(saw, reading, 'The next pull, with a token with the scope read_api.');
	}
	if (access.accessLevel !== null && access.accessLevel >= maintainerLevel) {
		return holds(describeAccess(access, access.accessLevel), reading);
	}
	const at = url === null ? '' : `: ${url}`;
	return broken(describeAccess(access, access.accessLevel), reading, {
		text: `Invite the group ${group} with the role Maintainer on the project's members page${at}`,
	});
}

/** The highest access, where the group has several. */
function findAccess({ access, declared, rules }: Subject): ProjectAccess | undefined {
	const [highest] = access
		.filter(
			({ project, group }) => isSame(project, declared.path) && isSame(group, rules.maintainers),
		)
		.toSorted((a, b) => (b.accessLevel ?? -1) - (a.accessLevel ?? -1));
	return highest;
}

function describeAccess({ group, through }: ProjectAccess, level: number | null): string {
	if (level === null) return `The project is not shared with the group ${group}.`;
	const way = through === null ? '' : `, through the group ${through}`;
	return `The group ${group} has ${describeAccessLevel(level)}${way}.`;
}

function isSame(path: string, other: string): boolean {
	return path.toLowerCase() === other.toLowerCase();
}
