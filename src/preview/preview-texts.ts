import type { Language } from '../diagnostics/wording.ts';

/** The words of the page. */
export interface PreviewTexts {
  readonly title: (file: string) => string;
  readonly findings: string;
  readonly none: string;
  /** Shown by the page itself. */
  readonly page: {
    readonly form: string;
    readonly waiting: string;
    readonly error: string;
    readonly warning: string;
    readonly copy: string;
    readonly copied: string;
    readonly explain: string;
    readonly wrong: string;
    readonly right: string;
    readonly close: string;
    readonly ended: string;
  };
}

export const previewTexts: Readonly<Record<Language, PreviewTexts>> = {
  vi: {
    title: (file) => `Xem trước: ${file}`,
    findings: 'Kết quả kiểm tra',
    none: 'Không có vấn đề',
    page: {
      form: 'Biểu như khi in',
      waiting: 'Chưa có bản nào xem được',
      error: 'Lỗi',
      warning: 'Cảnh báo',
      copy: 'Sao chép vị trí',
      copied: 'Đã sao chép',
      explain: 'Giải thích quy tắc',
      wrong: 'Sai:',
      right: 'Đúng:',
      close: 'Đóng',
      ended: 'Lệnh xem trước đã dừng; trang không được cập nhật nữa.',
    },
  },
  en: {
    title: (file) => `Preview: ${file}`,
    findings: 'Findings',
    none: 'No findings',
    page: {
      form: 'The form as printed',
      waiting: 'There is nothing to show yet',
      error: 'Error',
      warning: 'Warning',
      copy: 'Copy the place',
      copied: 'Copied',
      explain: 'Explain the rule',
      wrong: 'Wrong:',
      right: 'Right:',
      close: 'Close',
      ended: 'The preview was ended; this page is no longer updated.',
    },
  },
};
