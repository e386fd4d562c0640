import { graphql } from '#core/consumers/source/graphql/graphql.ts';
import type { SourceLanguage } from '#model/api.ts';
import { go } from '#core/consumers/source/go/go.ts';
import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { typescript } from '#core/consumers/source/typescript/typescript.ts';

/** How each language is read. */
export const scanners: Readonly<Record<SourceLanguage, LanguageRules>> = {
	go,
	typescript,
	graphql,
};
