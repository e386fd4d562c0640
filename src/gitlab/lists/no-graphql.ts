import type { Why } from '#model/snapshot.ts';

/** Why a list that only GraphQL gives was not pulled. */
export const noGraphql: Why = {
	reason: "GitLab didn't answer this question by GraphQL. Other lists don't need it.",
	forReaders: "GitLab didn't answer this question by GraphQL.",
};
