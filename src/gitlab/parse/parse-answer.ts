import type { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';

/**
 * Reads an answer of GitLab by its schema.
 *
 * @param question What was asked for: `the project group/project`.
 * @param documentation GitLab's, of what was asked: `Projects API`.
 * @throws {InvalidDataError} when the answer has another shape.
 */
export function parseAnswer<Schema extends z.ZodType>(
	schema: Schema,
	answer: unknown,
	question: string,
	documentation: string,
): z.output<Schema> {
	return parseOrExplain(schema, answer, {
		source: `GitLab's answer to ${question}`,
		// Of a hundred rows each may have the same.
		most: 3,
		hint: `Compare it with the ${documentation} and adjust src/gitlab/parse/raw.ts.`,
	});
}
