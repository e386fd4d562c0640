import type { CheckRules } from '#model/checks.ts';
import type { ProjectFacts } from '#model/project.ts';
import { isMoved } from '../project-state.ts';
import type { NotApplicable, ReadFrom, Rule, Subject, Verdict } from './check.ts';
import { judgeFacts, notApplicable, pulledAtOf } from './gate.ts';
import { broken, holds, unknown } from './verdict.ts';

export function listedRule({ completeGroups }: Pick<CheckRules, 'completeGroups'>): Rule {
	const groups =
		completeGroups.length === 0 ? 'its group' : `its group: ${completeGroups.join(', ')}`;
	return {
		id: 'listed',
		title: 'Listed by its group',
		claim: `GitLab lists the project among those of ${groups}.`,
		why: 'The inventory has to have every project of these groups. A declared one that GitLab does not list there has left the group, so others may look after it now.',
		judge: judgeListed,
	};
}

function judgeListed(subject: Subject): Verdict | NotApplicable {
	const { path } = subject.declared;
	const group = subject.rules.completeGroups.find((one) => isBelow(path, one));
	if (group === undefined) {
		return notApplicable('It is in none of the groups whose projects have to be complete.');
	}
	return judgeFacts(subject, (facts) => judgeFound(subject, facts, group));
}

function judgeFound(subject: Subject, facts: ProjectFacts, group: string): Verdict {
	const state = subject.about.lists['group-projects'];
	const from: ReadFrom = { text: `the projects of ${group} on GitLab`, url: null };
	const reading = { from, readAt: pulledAtOf(state), permission: 'stranger' } as const;
	if (state.state === 'missing') {
		return unknown(
			`The projects of ${group} were not read. ${state.reason}`,
			reading,
			'The next pull.',
		);
	}
	if (subject.groupProjects.some(({ id }) => id === facts.id)) {
		return holds(`GitLab lists it among the projects of ${group}.`, reading);
	}
	// A listing that is older than the project's answer may be older than the project.
	if (isOlder(state.pulledAt, pulledAtOf(subject.state))) {
		return unknown(`An old listing of ${group} does not have it.`, reading, 'The next pull.');
	}
	const moved = isMoved({ path: subject.declared.path, facts });
	return broken(`GitLab shows the project, but does not list it in ${group}.`, reading, {
		text: moved
			? `Declare it at its new path, ${facts.path}, if the team still maintains it; else remove the entry.`
			: 'Look on GitLab whether the project has left the group. Correct the path, or remove the entry if others maintain it now.',
	});
}

function isOlder(instant: string, other: string | null): boolean {
	return other !== null && instant < other;
}

function isBelow(path: string, group: string): boolean {
	return path.toLowerCase().startsWith(`${group.toLowerCase()}/`);
}
