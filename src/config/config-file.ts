/**
 * The definition of the configuration file `bieu2.config.yaml`. `schemas/config.schema.json` and the validator
 * used at run time are generated from it; the program does not load zod.
 */
import { z } from 'zod';
import { indispensable, rules } from '../rules/index.ts';
import type { RuleOptions } from '../rules/rule.ts';
import { maxPatternLength } from './config.ts';

const level = z.enum(['off', 'warning', 'error']);

/** The options of rules. */
const options = {
  'task-complexity': {
    leadership: z.boolean().meta({
      description: 'Yêu cầu mức độ phức tạp cho cả nhóm I (lãnh đạo, quản lý). Mặc định: false.',
    }),
  },
} satisfies {
  [Id in keyof RuleOptions]: { [Name in keyof RuleOptions[Id]]: z.ZodType<RuleOptions[Id][Name]> };
};

/** Shared by many rules, and named, so that schema and validator contain it once. */
const setting = z.union([level, z.strictObject({ severity: level.optional() })]).meta({ id: 'ruleSetting' });
const fixedLevel = z.literal('error');
const fixedSetting = z
  .union([fixedLevel, z.strictObject({ severity: fixedLevel.optional() })])
  .meta({ id: 'fixedRuleSetting' });

function settingOf(id: string) {
  if (indispensable.includes(id)) return fixedSetting;
  const own = Object.entries(options).find(([key]) => key === id)?.[1];
  if (!own) return setting;
  return z.union([level, z.strictObject({ severity: level.optional(), ...own }).partial()]);
}

const ruleSettings = z
  .strictObject(
    Object.fromEntries(
      rules.map(({ id, summary }) => [
        id,
        settingOf(id)
          .optional()
          .meta({ description: `${summary.vi}.` }),
      ]),
    ),
  )
  .meta({ id: 'ruleSettings' });
/** Not `maxLength`, for which the validator would need a module of ajv. A pattern that begins with `!` would match nothing. */
const pattern = z.string().regex(new RegExp(`^[^!][\\s\\S]{0,${maxPatternLength - 1}}$`));
const patterns = (description: string) => z.array(pattern).min(1).meta({ description });
const fileName = (description: string) => z.string().regex(/./s).optional().meta({ description });

/** The configuration file. */
export const configFile = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: 'Đường dẫn tới lược đồ JSON, dành cho trình soạn thảo.' }),
    language: z.enum(['vi', 'en']).optional().meta({ description: 'Ngôn ngữ của thông báo: vi hoặc en.' }),
    rules: ruleSettings.optional().meta({
      description: 'Mức của từng quy tắc: off, warning, error; hoặc “severity” kèm tùy chọn của quy tắc.',
    }),
    files: z
      .strictObject({
        include: patterns(
          'Các tệp, thư mục, mẫu tên tệp được kiểm tra khi dòng lệnh không nêu tệp nào.',
        ).optional(),
        exclude: patterns('Các tệp, thư mục, mẫu tên tệp bị bỏ qua khi gặp trong thư mục.').optional(),
      })
      .optional()
      .meta({ description: 'Những tệp được kiểm tra; tính từ thư mục chứa tệp cấu hình.' }),
    overrides: z
      .array(
        z.strictObject({
          files: patterns('Các tệp, thư mục, mẫu tên tệp mà phần này áp dụng.'),
          reason: z.string().regex(/\S/).meta({ description: 'Lý do đặt mức riêng cho các tệp này.' }),
          rules: ruleSettings.meta({ description: 'Mức của từng quy tắc trong các tệp này.' }),
        }),
      )
      .optional()
      .meta({ description: 'Mức riêng cho một số tệp, kèm lý do. Mục sau thay mục trước.' }),
    template: fileName('Mẫu để xuất: tên mẫu có sẵn, hoặc tệp tính từ thư mục chứa tệp cấu hình.'),
    schema: fileName('JSON Schema riêng của cơ quan, tính từ thư mục chứa tệp cấu hình.'),
    baseline: fileName('Tệp ghi các vấn đề cũ (xem --baseline), tính từ thư mục chứa tệp cấu hình.'),
  })
  .meta({ title: 'Cấu hình bieu2' });
