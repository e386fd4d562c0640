import { z } from 'zod';
import type { Milestone } from '#model/milestone.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { withoutDoubles } from './without-doubles.ts';
import { RawIteration } from '#gitlab/parse/raw.ts';
import { iterationToMilestone } from '#gitlab/parse/to-model.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';

/** A milestone, or an iteration that is used as one. */
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
	const question = `the iterations of ${group}`;
	const raw = parseAnswer(z.array(RawIteration), answer, question, 'Group iterations API');
	const unique = withoutDoubles(raw, ({ id }) => id);
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
