import { z } from 'zod';
import { lookSchema } from '../look/look.ts';
import { typesModule } from './types-module.ts';
import { withoutKeywords } from './without-keywords.ts';

/**
 * The published schema of a look's file (JSON Schema draft-7). What a file omits comes from its base, so
 * only the look's name and the version are required.
 *
 * @param names of the looks that come with bieu2
 */
export function lookFileSchema(names: readonly string[]): Record<string, unknown> {
  const file = lookSchema.extend({
    $schema: z.string().describe('Lược đồ dùng cho trình soạn thảo.'),
    base: z
      .enum(names)
      .describe('Kiểu trình bày có sẵn làm gốc; mục nào không ghi thì lấy theo gốc. Bỏ trống: bieu-so-2.'),
  });
  const { $schema, ...schema } = z.toJSONSchema(file, { io: 'input', target: 'draft-7' });
  const description = 'Kiểu trình bày của Biểu số 2: khổ giấy, lề, phông chữ, độ rộng cột, lời văn in sẵn.';
  return {
    $schema,
    title: 'bieu2: kiểu trình bày',
    description,
    ...withoutKeywords(schema, ['id', 'required']),
    required: ['look', 'version'],
  };
}

/** TypeScript types of a complete look. */
export const lookTypesModule = (): string =>
  typesModule(z.toJSONSchema(lookSchema, { io: 'input', target: 'draft-7' }), {
    name: 'look',
    prefix: 'Look',
    origin: 'look.ts',
  });
