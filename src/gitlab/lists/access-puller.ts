import { dayOf } from '#core/base/dates.ts';
import { describeKept } from '#core/words/unanswered-words.ts';
import type { ProjectAccess } from '#model/checks.ts';
import { lists, pulledAtOf } from '#model/snapshot.ts';
import { anonymousClient, tokenClient } from '#gitlab/transport/client.ts';
import { isAnswered, type CurrentProjects } from './current-projects.ts';
import { askGroups, knownList, type KnownList } from './kept-groups.ts';
import type { Groups } from './people-pullers.ts';
import { pullAccess, type PulledAccess, type ShownProject } from './pull-access.ts';
import type { RequestBudget } from './request-budget.ts';
import { withoutToken, type Count, type Puller, type Source } from './source.ts';

const needsToken = withoutToken('with whom a project is shared');

/** Which access our groups have to our projects: only groups and projects that strangers see. */
export function accessPuller(
	{ url, token, requester, registry, lastGood, now }: Source,
	count: Count,
	needs: { currentProjects: () => Promise<CurrentProjects>; groups: Groups; budget: RequestBudget },
): Puller {
	return {
		of: 1,
		pull: async (onStep) => {
			const [seen, projects] = await Promise.all([needs.groups(), needs.currentProjects()]);
			const declared = toShown(projects);
			const visible = seen.list.rows
				.filter(({ path, visible }) => visible && !seen.failed.has(path))
				.map(({ path }) => path);
			const mayBeEmpty = visible.length === 0 || declared.length === 0;
			const isUntold = declared.every(({ sharedWith, unlisted }) => !(sharedWith ?? unlisted));
			if (token === undefined && !mayBeEmpty && isUntold)
				return { access: { kind: 'impossible', ...needsToken } };
			const onAttempt = count('access');
			const clients = {
				anonymous: anonymousClient(url, requester, onAttempt),
				token: token === undefined ? undefined : tokenClient(url, token, requester, onAttempt),
			};
			const known = knownList(lastGood, 'access');
			const left = needs.budget.leftFor(declared.length);
			const pulled = await pullAccess(clients, declared, visible, dayOf(now), left);
			for (const [path, project] of projects) {
				if (!isAnswered(project)) pulled.failed.set(path, project.failure);
			}
			const { rows, partial } = keepAccess(known, pulled);
			const unseen = known?.rows.filter(({ project }) => !projects.has(project));
			const ofGroups = registry.people.map(({ path }) => path);
			const { list, failed } = await askGroups(ofGroups, known, groupOf, (group) => {
				const failure = seen.failed.get(group);
				return failure
					? Promise.reject(failure.error)
					: Promise.resolve(rows.filter((row) => groupOf(row) === group));
			});
			onStep();
			return {
				access: {
					kind: 'rows',
					...list,
					gone: unseen && new Set(unseen.map(lists.access.id)),
					partial: [list.partial, partial].filter(Boolean).join(' ') || undefined,
					mayBeEmpty: mayBeEmpty || failed.size > 0,
				},
			};
		},
	};
}

const groupOf = ({ group }: ProjectAccess) => group;

/** With the last good rows of projects that GitLab failed to answer for, and their day, as their facts are kept. */
function keepAccess(
	known: KnownList<ProjectAccess> | undefined,
	{ rows, failed }: PulledAccess,
): { rows: ProjectAccess[]; partial: string | undefined } {
	const told = new Set(rows.map(lists.access.id));
	const kept = (known?.rows ?? []).flatMap((row) => {
		const keptFrom = row.keptFrom ?? (known && pulledAtOf(known.state, row.group));
		const isKept = failed.has(row.project) && !told.has(lists.access.id(row));
		return isKept && keptFrom ? { ...row, keptFrom } : [];
	});
	const unanswered = [...failed].map(([path, { why }]) => {
		const keptFrom = kept.find(({ project }) => project === path)?.keptFrom ?? null;
		return { path, keptFrom, why };
	});
	return { rows: [...kept, ...rows], partial: describeKept('project', unanswered) };
}

/** Not those that GitLab failed to answer for: a token would see them even if they are private by now. */
function toShown(projects: CurrentProjects): ShownProject[] {
	return [...projects].flatMap(([declared, project]) => {
		if (!isAnswered(project)) return [];
		const { basic, sharedWith, unlisted } = project;
		return { declared, id: basic.id, path: basic.path, sharedWith, unlisted };
	});
}
