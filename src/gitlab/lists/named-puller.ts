import { z } from 'zod';
import { isSamePath } from '#core/base/paths.ts';
import { findNamedThings, type NamedQuestion } from '#core/doubt/named-things.ts';
import type { NamedThing } from '#model/named.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { chunksOf } from '#gitlab/files/graphql-chunks.ts';
import { askMajorEpics } from './major-epics.ts';
import { noGraphql, type Count, type Puller, type Source } from './source.ts';

/** Points: of each place its name, and of each question a page of one row. */
const costOf = (questions: readonly NamedQuestion[]) =>
	4 * questions.length + 2 * placesOf(questions).length;

/**
 * The labels and milestones that registry and pages name, as strangers find them: several in a query.
 * And the epics of major versions, if the registry names them.
 */
export function namedPuller(source: Source, count: Count): Puller {
	const { registry, requester, texts = [] } = source;
	const questions = findNamedThings(registry, texts);
	const chunks = chunksOf(questions, costOf);
	const epic = registry.plan.nextMajorEpic;
	return {
		of: chunks.length + (epic ? 1 : 0),
		pull: async (onStep) => {
			const graphql = new Graphql(requester);
			const rows: NamedThing[] = [];
			for (const chunk of chunks) {
				const places = placesOf(chunk);
				const answer = await graphql.ask(writeQuery(places), Answer, count('named'), true);
				if (answer === undefined) return { named: { kind: 'impossible', ...noGraphql } };
				rows.push(...places.flatMap((place, index) => toRows(place, answer[`p${String(index)}`])));
				onStep();
			}
			if (epic) {
				rows.push(...(await askMajorEpics(graphql, epic, count('named'))));
				onStep();
			}
			return { named: { kind: 'rows', rows, mayShrink: true } };
		},
	};
}

/** By place: what is asked of one group or project. */
function placesOf(questions: readonly NamedQuestion[]): NamedQuestion[][] {
	return [...Map.groupBy(questions, (one) => `${one.in} ${one.place}`).values()];
}

const Found = z.object({ nodes: z.array(z.object({ title: z.string() })) });
const Answer = z.record(z.string(), z.looseObject({ fullPath: z.string() }).nullable().catch(null));

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

function writeQuery(places: readonly (readonly NamedQuestion[])[]) {
	const variables: Record<string, string> = {};
	const fields = places.flatMap((questions, index) => {
		const [first] = questions;
		if (!first) return [];
		const place = `p${String(index)}`;
		variables[place] = first.place;
		const found = questions.map((one, nth) => {
			const name = `n${String(index)}_${String(nth)}`;
			variables[name] = one.name;
			return `q${String(nth)}: ${fieldOf[one.in][one.kind].replace('NAME', name)} { nodes { title } }`;
		});
		return `${place}: ${first.in}(fullPath: $${place}) { fullPath ${found.join(' ')} }`;
	});
	const names = Object.keys(variables).map(
		(name) => `$${name}: ${name.startsWith('p') ? 'ID' : 'String'}!`,
	);
	return { query: `query(${names.join(', ')}) {\n${fields.join('\n')}\n}`, variables };
}

/** Nothing is known where strangers do not see the place. */
function toRows(
	questions: readonly NamedQuestion[],
	node: z.output<typeof Answer>[string] | undefined,
): NamedThing[] {
	return questions.flatMap(({ kind, place, name }, nth): NamedThing[] => {
		if (!node || !isSamePath(node.fullPath, place)) return [];
		const found = Found.safeParse(node[`q${String(nth)}`]);
		if (!found.success) return [];
		const exists = found.data.nodes.some(({ title }) => title === name);
		return [{ kind, place, name, exists }];
	});
}
