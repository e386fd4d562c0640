import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import { findNamedThings, type NamedQuestion } from '#core/doubt/named-things.ts';
import type { NamedThing } from '#model/named.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { chunksOf } from '#gitlab/files/graphql-chunks.ts';
import { askMajorEpics } from './major-epics.ts';
import { noGraphql } from './no-graphql.ts';
import type { Count, Puller, Source } from './source.ts';

/** Points: its place, a page of one row, and what is read of it. */
const costOfQuestion = 6;

/**
 * The labels and milestones that registry and pages name, as strangers find them: several in a query.
 * And the epics of major versions, if the registry names them.
 */
export function namedPuller(source: Source, count: Count): Puller {
	const { registry, requester, texts = [] } = source;
	const questions = findNamedThings(registry, texts);
	const chunks = chunksOf(questions, () => costOfQuestion);
	const epic = registry.plan.nextMajorEpic;
	return {
		of: chunks.length + (epic ? 1 : 0),
		pull: async (onStep) => {
			const graphql = new Graphql(requester);
			const rows: NamedThing[] = [];
			for (const chunk of chunks) {
				const answer = await graphql.ask(writeQuery(chunk), Answer, count('named'));
				if (answer === undefined) return { named: { kind: 'impossible', ...noGraphql } };
				rows.push(
					...chunk.flatMap((question, index) => toRow(question, answer[`q${String(index)}`])),
				);
				onStep();
			}
			if (epic) {
				rows.push(...(await askMajorEpics(graphql, epic, count('named'))));
				onStep();
			}
			return { named: { kind: 'rows', rows, mayBeEmpty: true, mayShrink: true } };
		},
	};
}

const rowsOf = z.object({ nodes: z.array(z.object({ title: z.string() })) });
const Answer = z.record(
	z.string(),
	z.object({ fullPath: z.string(), found: rowsOf }).nullable().catch(null),
);

/** Labels of groups above count as the group's own, and of a group those of what is in it. */
const fieldOf = {
	group: {
		label:
			'labels(title: $NAME, includeAncestorGroups: true, includeDescendantGroups: true, first: 1)',
		milestone:
			'milestones(title: $NAME, includeAncestors: true, includeDescendants: true, first: 1)',
	},
	project: {
		label: 'labels(title: $NAME, includeAncestorGroups: true, first: 1)',
		milestone: 'milestones(title: $NAME, includeAncestors: true, first: 1)',
	},
};

function writeQuery(questions: readonly NamedQuestion[]) {
	const names = questions.map((_, index) => `$p${String(index)}: ID!, $n${String(index)}: String!`);
	const fields = questions.map((one, index) => {
		const asked = fieldOf[one.in][one.kind].replace('NAME', `n${String(index)}`);
		return `q${String(index)}: ${one.in}(fullPath: $p${String(index)}) { fullPath found: ${asked} { nodes { title } } }`;
	});
	const variables = questions.flatMap(({ place, name }, index): [string, string][] => [
		[`p${String(index)}`, place],
		[`n${String(index)}`, name],
	]);
	return {
		query: `query(${names.join(', ')}) {\n${fields.join('\n')}\n}`,
		variables: Object.fromEntries(variables),
	};
}

/** Nothing is known where strangers do not see the place. */
function toRow(
	{ kind, place, name }: NamedQuestion,
	node: z.output<typeof Answer>[string] | undefined,
): NamedThing[] {
	if (!node || !isSamePath(node.fullPath, place)) return [];
	return [{ kind, place, name, exists: node.found.nodes.some(({ title }) => title === name) }];
}
