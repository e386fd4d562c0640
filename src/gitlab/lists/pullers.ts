import { listNames, type ListName } from '#model/snapshot.ts';
import { accessPuller } from './access-puller.ts';
import { apiPullers } from './api-pullers.ts';
import { anonymousClient, type AnonymousClient } from '#gitlab/transport/client.ts';
import { evidencePuller } from './evidence-puller.ts';
import { groupsPuller, membersPuller, teamPuller } from './people-pullers.ts';
import { planPullers } from './plan-pullers.ts';
import { projectPullers } from './project-pullers.ts';
import { pullGroups } from './pull-people.ts';
import { plannedRequests } from './request-plan.ts';
import { once, type Count, type Puller, type Source } from './source.ts';
import { Spending } from './spending.ts';

/** How to ask for each list. Answers that several lists need are asked for once. */
export function createPullers(source: Source, onRequest: Count): Record<ListName, Puller> {
	const { url, requester, registry } = source;
	const spending = new Spending();
	const count: Count = (list, address) => {
		spending.note(list, address);
		onRequest(list, address);
	};
	const clientFor = (list: ListName): AnonymousClient =>
		anonymousClient(url, requester, (address) => {
			count(list, address);
		});
	const groups = once(() => pullGroups(clientFor('groups'), registry.people));
	const ofProjects = projectPullers(source, count, spending);
	const { currentProjects, currentConsumers } = ofProjects;
	const left = async () => {
		await Promise.all([spending.settle(), ofProjects.done()]);
		return Math.max(0, plannedRequests - spending.ofAll);
	};
	const pullers: Record<ListName, Puller> = {
		...ofProjects.pullers,
		...apiPullers(source, clientFor),
		...planPullers(source, clientFor),
		access: accessPuller(source, count, { currentProjects, groups }),
		groups: groupsPuller(source, groups),
		members: membersPuller(source, count, groups),
		team: teamPuller(source, count),
		evidence: evidencePuller(source, count, { currentConsumers, left }),
	};
	for (const list of listNames) {
		if (!goingOn.has(list)) pullers[list] = watched(pullers[list], spending);
	}
	return pullers;
}

/** Lists that ask for more as far as there is room, when the others have what they need. */
const goingOn: ReadonlySet<ListName> = new Set(['projects', 'consumers', 'evidence']);

function watched({ of, pull }: Puller, spending: Spending): Puller {
	return {
		of,
		pull: (onStep) => {
			const hasAll = spending.begin();
			return pull(onStep).finally(hasAll);
		},
	};
}
