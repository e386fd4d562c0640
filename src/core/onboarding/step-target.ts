import { isSamePath } from '#core/base/paths.ts';
import {
	findCitedProject,
	neverChecked,
	projectOfAddress,
	type Cited,
} from '#core/inventory/cited-project.ts';
import type { StepTarget } from '#model/onboarding.ts';
import type { Registry } from '#model/registry.ts';
import { keptFromOf, type Snapshot } from '#model/snapshot.ts';

/** What the snapshot knows of where a step leads. */
export function citedByStep(
	{ project, page, link, group }: StepTarget,
	registry: Pick<Registry, 'site' | 'projects' | 'consumers' | 'people'>,
	snapshot: Snapshot,
): Cited {
	if (group !== undefined) return findCitedGroup(group, registry, snapshot);
	const address = page ?? link ?? '';
	const path = project ?? projectOfAddress(address, registry.site.instance);
	return path === undefined ? { state: 'unasked' } : findCitedProject(path, registry, snapshot);
}

function findCitedGroup(
	path: string,
	{ people }: Pick<Registry, 'people'>,
	{ about, rows }: Snapshot,
): Cited {
	const { groups: state } = about.lists;
	if (!people.some((group) => isSamePath(group.path, path))) return { state: 'unasked' };
	const row = rows.groups.find((group) => isSamePath(group.path, path));
	if (!row) return neverChecked(path, state);
	if (!row.visible) return { state: 'gone', path };
	const keptFrom = keptFromOf(state, row.path);
	return keptFrom === null ? { state: 'fine' } : { state: 'unchecked', path, pulledAt: keptFrom };
}
