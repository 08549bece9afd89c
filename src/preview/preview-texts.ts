import type { Language } from '../diagnostics/wording.ts';

const vi = {
  title: (file: string) => `Xem trước: ${file}`,
  findings: 'Kết quả kiểm tra',
  none: 'Không có vấn đề',
  /** Shown by the page itself. */
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
};

const en: typeof vi = {
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
};

/** The words of the page. */
export const previewTexts: Readonly<Record<Language, typeof vi>> = { vi, en };
