import pLimit from 'p-limit';
import { z } from 'zod';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { GraphqlQuery } from '#gitlab/transport/graphql-call.ts';
import type { Requester } from '#gitlab/transport/requester.ts';

/** An answer with errors may be right in part: in which one, it does not say. */
const Answer = z.object({ data: z.unknown(), errors: z.array(z.unknown()).max(0).nullish() });

/**
 * Asks by GraphQL until an answer cannot be used, and never again after that. One query after the
 * other: so which of them are sent does not depend on how fast they are answered.
 */
export class Graphql {
	readonly #requester: Pick<Requester, 'graphql'>;
	readonly #limit = pLimit(1);
	#isUsable = true;

	constructor(requester: Pick<Requester, 'graphql'>) {
		this.#requester = requester;
	}

	/** `undefined`: GitLab gave no answer of this shape, now or earlier. */
	async ask<Data extends z.ZodType>(
		query: GraphqlQuery,
		data: Data,
		onAttempt: OnAttempt,
	): Promise<z.output<Data> | undefined> {
		return this.#limit(async () => {
			if (!this.#isUsable) return undefined;
			const answer = Answer.safeParse(await this.#requester.graphql(query, onAttempt));
			const parsed = data.safeParse(answer.data?.data);
			if (parsed.success) return parsed.data;
			this.#isUsable = false;
			return undefined;
		});
	}
}
