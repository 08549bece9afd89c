import type { Sheet } from '../../../src/sheet/sheet.ts';

/** One row of every kind, and every field that a sheet can have. */
export const smallSheet: Sheet = {
  parentUnit: 'HUYỆN ỦY A',
  unit: 'BAN TỔ CHỨC HUYỆN ỦY',
  rows: [
    { kind: 'group', number: 'I', title: 'Nhóm công việc lãnh đạo, quản lý' },
    {
      kind: 'duty',
      first: true,
      number: '1',
      title: 'Trưởng Ban',
      text: ['Quản lý tài sản.'],
      level: undefined,
    },
    { kind: 'duty', first: false, number: '1', title: 'Trưởng Ban', text: ['Phân công.'], level: 5 },
    { kind: 'duty', first: true, number: '2', title: 'Phó trưởng Ban', text: ['Điều hành.'], level: 4 },
    {
      kind: 'duty',
      first: false,
      number: '2',
      title: 'Phó trưởng Ban',
      text: ['Phụ trách.'],
      level: undefined,
    },
    { kind: 'group', number: 'II', title: 'Nhóm công việc CM, nghiệp vụ' },
    { kind: 'area', number: '1', title: 'Nghiên cứu, đề xuất' },
    { kind: 'task', number: '1.1', text: ['1.1.1. Chủ trì <đề án> & “nghị quyết”'], level: 4 },
    { kind: 'task', number: '1.2', text: ['- Chuyển sinh hoạt đảng,', '- Tặng huy hiệu đảng'], level: 3 },
    { kind: 'unrated', number: '1.3', text: ['Thực hiện chế độ hội họp'] },
    { kind: 'task', number: '1.4', text: ['Việc chưa xếp mức'], level: undefined },
  ],
  preparedBy: { title: 'Chuyên viên', name: 'Nguyễn Văn A' },
  approvedBy: { title: 'Trưởng ban', name: 'Trần Thị B' },
  dateLine: 'Huyện A, ngày 24 tháng 11 năm 2026',
  notes: ['Ghi chú một.', 'Ghi chú hai.'],
  draft: false,
};
