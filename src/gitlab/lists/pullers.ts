import { listNames, type ListName } from '#model/snapshot.ts';
import { accessPuller } from './access-puller.ts';
import { answersPuller } from './answers-puller.ts';
import { apiPullers } from './api-pullers.ts';
import { anonymousClient } from '#gitlab/transport/client.ts';
import { evidencePuller } from './evidence-puller.ts';
import { goodFirstIssuesPuller } from './good-first-issues-puller.ts';
import { knownList } from './kept-groups.ts';
import { namedPuller } from './named-puller.ts';
import { groupsPuller, membersPuller, teamPuller } from './people-pullers.ts';
import { planPullers } from './plan-pullers.ts';
import { projectPullers } from './project-pullers.ts';
import { pullGroups } from './pull-people.ts';
import { pullTeam } from './pull-team.ts';
import { RequestBudget } from './request-budget.ts';
import { once, type Count, type Puller, type Source } from './source.ts';

/** How to ask for each list. Answers that several lists need are asked for once. */
export function createPullers(
	source: Source,
	onRequest: (list: ListName) => void,
): Record<ListName, Puller> {
	const { url, requester, registry } = source;
	const budget = new RequestBudget(registry.consumers.length);
	const count: Count = (list) => () => {
		budget.note(list);
		onRequest(list);
	};
	const clientFor = (list: ListName) => anonymousClient(url, requester, count(list));
	const groups = once(() =>
		pullGroups(clientFor('groups'), registry.people, knownList(source.lastGood, 'groups')),
	);
	const team = once(() => pullTeam(source, count('team')));
	const ofProjects = projectPullers(source, count, budget);
	const { currentProjects, currentConsumers } = ofProjects;
	const left = async () => {
		await Promise.all([budget.settle(), ofProjects.done()]);
		return budget.left;
	};
	const pullers: Record<ListName, Puller> = {
		...ofProjects.pullers,
		...apiPullers(source, clientFor, count),
		...planPullers(source, clientFor, team),
		'good-first-issues': goodFirstIssuesPuller(source, clientFor),
		access: accessPuller(source, count, { currentProjects, groups, budget }),
		named: namedPuller(source, count),
		groups: groupsPuller(groups),
		members: membersPuller(source, count, groups),
		team: teamPuller(source, team),
		answers: answersPuller(source, count, team),
		evidence: evidencePuller(source, count, { currentConsumers, left }),
	};
	for (const list of listNames) {
		if (!goingOn.has(list)) pullers[list] = watched(pullers[list], budget);
	}
	return pullers;
}

/** Lists that ask for more as far as there is room, when the others have what they need. */
const goingOn: ReadonlySet<ListName> = new Set(['projects', 'consumers', 'evidence']);

function watched({ of, pull }: Puller, budget: RequestBudget): Puller {
	return {
		of,
		pull: (onStep) => {
			const hasAll = budget.begin();
			return pull(onStep).finally(hasAll);
		},
	};
}
