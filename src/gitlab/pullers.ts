import type { ListName } from '#model/snapshot.ts';
import { evidencePullers } from './evidence-pullers.ts';
import { accessPuller } from './access-puller.ts';
import { anonymousClient, type AnonymousClient } from './client.ts';
import { groupsPuller, membersPuller, teamPuller } from './people-pullers.ts';
import { planPullers } from './plan-pullers.ts';
import { projectPullers } from './project-pullers.ts';
import { pullGroups } from './pull-people.ts';
import { once, type Count, type Puller, type Source } from './source.ts';

/** How to ask for each list. Answers that several lists need are asked for once. */
export function createPullers(source: Source, count: Count): Record<ListName, Puller> {
	const { url, requester, registry } = source;
	const clientFor = (list: ListName): AnonymousClient =>
		anonymousClient(url, requester, () => {
			count(list);
		});
	const groups = once(() => pullGroups(clientFor('groups'), registry.people));
	const { pullers, currentProjects, currentConsumers } = projectPullers(source, count);
	return {
		...pullers,
		...evidencePullers(source, count, currentConsumers),
		access: accessPuller(source, count, { currentProjects, groups }),
		...planPullers(source, clientFor),
		groups: groupsPuller(source, groups),
		members: membersPuller(source, count, groups),
		team: teamPuller(source, count),
	};
}
