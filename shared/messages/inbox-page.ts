import { texts } from './text.ts'

export const inboxTexts = texts({
  fresh: { vi: 'USB vừa cắm ({name}): có {count} tệp mới', en: 'Stick {name}: {count} new files' },
  freshFolder: { vi: 'Thư mục {name}: có {count} tệp mới', en: 'Folder {name}: {count} new files' },
  more: { vi: ', và còn nhiều hơn. Chép vào một thư mục rồi nhận từng phần', en: ', and there is more. Take it in folder by folder' },
  take: { vi: 'Nhận {count} tệp', en: 'Take in {count} files' },
  later: { vi: 'Để sau', en: 'Later' },
  taken: {
    vi: '{name}: đã chép và nhận xong. Có thể rút USB.',
    en: '{name}: everything is copied and taken in. The stick may be taken out.',
  },
  mark: { vi: '{count} tệp mới', en: '{count} new files' },
  markHow: {
    vi: 'Có {count} tệp mới trên USB hoặc trong thư mục nhận. Mở trang Tiếp nhận.',
    en: '{count} new files lie ready. Open Take in.',
  },
})

export const inboxSettingTexts = texts({
  folder: { vi: 'Thư mục nhận', en: 'Inbox folder' },
  about: {
    vi: 'Tệp mới trong thư mục này và trên USB vừa cắm được báo ở trang Tiếp nhận. Ứng dụng chỉ đọc và chép về, không ghi hay xóa gì ở đó.',
    en: 'New files in this folder and on sticks are told of on the page Take in. They are only read and copied; nothing is written or deleted there.',
  },
  none: { vi: 'Chưa chọn thư mục nào', en: 'No folder is chosen' },
  choose: { vi: 'Chọn thư mục…', en: 'Choose a folder…' },
  stop: { vi: 'Thôi theo dõi thư mục', en: 'Stop watching the folder' },
  media: { vi: 'Báo khi cắm USB có tệp mới', en: 'Tell of new files when a stick is plugged in' },
  offered: { vi: 'Thư mục trên máy đang chạy ứng dụng', en: 'Folders of the machine that runs the application' },
  home: { vi: 'Thư mục cá nhân', en: 'Home folder' },
  open: { vi: 'Mở {name}', en: 'Open {name}' },
  use: { vi: 'Dùng thư mục này', en: 'Use this folder' },
  leave: { vi: 'Quay lại', en: 'Go back' },
  noFolders: { vi: 'Không có thư mục nào bên trong.', en: 'There are no folders in it.' },
})
