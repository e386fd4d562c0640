import { isChanged } from '#core/inventory/cited-project.ts';
import { citedByStep } from '#core/onboarding/step-target.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import type { Finding } from './finding.ts';

/** Steps for newcomers that lead to what has moved, is archived or gone. What couldn't be checked is told with its list. */
export function findOnboardingDrift(
	registry: Pick<Registry, 'site' | 'onboarding' | 'projects' | 'consumers' | 'people'>,
	snapshot: Snapshot,
): Finding[] {
	return (registry.onboarding?.steps ?? []).flatMap(({ id, title, target, place }): Finding[] => {
		const cited = citedByStep(target, registry, snapshot);
		if (!isChanged(cited)) return [];
		return [
			{
				rule: 'onboarding-target-changed',
				level: cited.state === 'archived' ? 'notice' : 'broken',
				concerns: 'registry',
				place: { file: place.file, line: place.lines.target ?? place.line },
				key: id,
				step: title,
				cited,
			},
		];
	});
}
