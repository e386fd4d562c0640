import { z } from 'zod';
import type { Milestone } from '#model/milestone.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import type { PlanRules } from '#model/registry.ts';
import { RawIteration } from '#gitlab/parse/raw.ts';
import { iterationToMilestone } from '#gitlab/parse/to-model.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';

/** A milestone, or an iteration that stands for one. */
export interface AskedMilestone extends Milestone {
	/** The iteration's number, by which its issues are asked for. */
	iterationId?: number;
}

/**
 * The iterations of a group and of the groups above, as milestones.
 *
 * @param onLeftOut Called with the number of those that have neither title nor days.
 * @throws {InvalidDataError} when two of them have one name, as those of two cadences can.
 */
export async function pullIterations(
	client: AnonymousClient,
	{ group, iterations }: Pick<PlanRules, 'group' | 'iterations'>,
	onLeftOut: (count: number) => void = () => undefined,
): Promise<AskedMilestone[]> {
	const cadence = iterations?.cadence;
	const search = cadence === undefined ? {} : { search: cadence, in: ['cadence_title'] };
	const answer: unknown = await client.iterations.all(group, { ...search, perPage: 100 });
	const raw = parseOrExplain(z.array(RawIteration), answer, {
		source: `GitLab's answer to the iterations of ${group}`,
		hint: 'Compare it with the Group iterations API and adjust src/gitlab/parse/raw.ts.',
	});
	// Rows can move from one page to the next while a list is read, and then come twice.
	const unique = [...new Map(raw.map((row) => [row.id, row])).values()];
	const named = unique.flatMap((row) => {
		const milestone = iterationToMilestone(row);
		return milestone ? [{ ...milestone, iterationId: row.id }] : [];
	});
	if (named.length < unique.length) onLeftOut(unique.length - named.length);
	requireClearNames(named, group);
	return named;
}

function requireClearNames(iterations: readonly AskedMilestone[], group: string): void {
	const byTitle = Map.groupBy(iterations, ({ title }) => title);
	const [double] = [...byTitle].find(([, rows]) => rows.length > 1) ?? [];
	if (double === undefined) return;
	throw new InvalidDataError(
		`Several iterations of ${group} are called "${double}".\n` +
			'Expected each name once: name the cadence in content/registry/plan.yaml, under iterations.',
	);
}
