import { expect, test } from 'vitest';
import { forReaders } from '#gitlab/transport/errors.ts';

test.each([
	{
		message:
			'GET /user got no answer: nothing accepts connections at a.example; check GITLAB_URL (ECONNREFUSED).',
		said: 'GET /user got no answer: nothing accepts connections at a.example (ECONNREFUSED).',
	},
	{
		message:
			"GET /user got no answer: HOST can't be reached in time; check the network and the proxy (ETIMEDOUT).",
		said: "GET /user got no answer: HOST can't be reached in time (ETIMEDOUT).",
	},
	{
		message:
			"GET /user answered 301: it redirects to https://b.example/, which we don't follow; if that is the right address, set GITLAB_URL to https://b.example.",
		said: "GET /user answered 301: it redirects to https://b.example/, which we don't follow.",
	},
	{
		message: 'GET /groups/a/issues?labels=b%3A%3Ac&per_page=100 answered 502: "What?now".',
		said: 'GET /groups/a/issues answered 502: "What?now".',
	},
	{
		message:
			'GET /groups/a/issues answered 404: "Gone"; check that the group is still called a, as in content/registry, and is public.',
		said: 'GET /groups/a/issues answered 404: "Gone".',
	},
	{
		message: 'GET /user answered 404: "Gone; ask somebody".',
		said: 'GET /user answered 404: "Gone; ask somebody".',
	},
	{
		message:
			"GitLab's answer is not valid.\nCompare it with the API and adjust src/gitlab/parse/raw.ts.",
		said: "GitLab's answer is not valid.",
	},
])('for readers: $said', ({ message, said }) => {
	expect(forReaders(new Error(message))).toBe(said);
});
