import pLimit from 'p-limit';
import { z } from 'zod';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { GraphqlQuery } from '#gitlab/transport/graphql-call.ts';
import type { Requester } from '#gitlab/transport/requester.ts';

/** Errors may come with data: what failed is `null` there, and the rest is as right as without them. */
const Answer = z.object({ data: z.unknown(), errors: z.array(z.unknown()).default([]) });

/** After so many answers in a row that cannot be used, nothing more is asked. One may be bad luck. */
const mostFailuresInARow = 2;

/**
 * Asks by GraphQL as long as answers can be used. One query after the other: so which of them are
 * sent does not depend on how fast they are answered.
 */
export class Graphql {
	readonly #requester: Pick<Requester, 'graphql'>;
	readonly #limit = pLimit(1);
	#failuresInARow = 0;

	constructor(requester: Pick<Requester, 'graphql'>) {
		this.#requester = requester;
	}

	/**
	 * `undefined`: GitLab gave no answer of this shape, or was not asked any more.
	 *
	 * @param isWhole True: a `null` means that strangers do not see something, so that an answer with
	 * errors, which have made some of them, is none.
	 */
	async ask<Data extends z.ZodType>(
		query: GraphqlQuery,
		data: Data,
		onAttempt: OnAttempt,
		isWhole = false,
	): Promise<z.output<Data> | undefined> {
		return this.#limit(async () => {
			if (this.#failuresInARow >= mostFailuresInARow) return undefined;
			const answer = Answer.safeParse(await this.#requester.graphql(query, onAttempt));
			const parsed = data.safeParse(answer.data?.data);
			this.#failuresInARow = parsed.success ? 0 : this.#failuresInARow + 1;
			return isWhole && answer.data?.errors.length !== 0 ? undefined : parsed.data;
		});
	}
}
