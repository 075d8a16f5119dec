/**
 * Sentences from which the sample reports are put together. Sample data in the language of the units, not words of
 * the application. `{place}` and the counts in braces are filled for each unit.
 */
export type TaskTexts = { done: readonly string[]; outcome: readonly string[] }

export const taskTexts: Readonly<Record<string, TaskTexts>> = {
  'tsk.1.1': {
    done: [
      'Đảng ủy {place} đã ban hành Kế hoạch số {plan}, tổ chức hội nghị quán triệt Chỉ thị số 58-CT/TW tới toàn thể cấp ủy viên và bí thư chi bộ.',
      'Ban Thường vụ Đảng ủy họp {meetings} phiên cho ý kiến về công tác công nhân, công đoàn; giao chính quyền bố trí kinh phí trong dự toán năm.',
      'Nội dung xây dựng đội ngũ công nhân được đưa vào nghị quyết chuyên đề quý I, có phân công từng ban, ngành phụ trách.',
      'Cấp ủy chỉ đạo rà soát {ent_total} doanh nghiệp trên địa bàn, lập danh sách theo số lao động để phân nhóm tuyên truyền.',
    ],
    outcome: [
      'Đến nay {percent}% chi bộ đã tổ chức học tập, có bản đăng ký thực hiện.',
      'Sự phối hợp giữa chính quyền và công đoàn có nền nếp hơn, giao ban mỗi tháng một lần.',
      'Việc lãnh đạo được thực hiện đồng bộ từ đảng ủy tới chi bộ trong doanh nghiệp.',
    ],
  },
  'tsk.1.2': {
    done: [
      'Đã phân công {members} đồng chí cấp ủy viên phụ trách cụm công nghiệp và các doanh nghiệp có đông công nhân.',
      'Chương trình công tác năm của Đảng ủy có mục riêng về tuyên truyền, giáo dục công nhân, kiểm điểm theo quý.',
      'Cấp ủy viên phụ trách dự {meetings} cuộc họp giao ban với công đoàn cơ sở và người sử dụng lao động.',
      '{place} lập sổ theo dõi {ub_nonstate} công đoàn cơ sở ngoài khu vực Nhà nước, cập nhật từng tháng.',
    ],
    outcome: [
      'Các kiến nghị của doanh nghiệp được trả lời trong 15 ngày.',
      'Doanh nghiệp lớn đều có đầu mối liên hệ thường xuyên với cấp ủy.',
      'Việc phân công đã được thông báo công khai tới các chi bộ.',
    ],
  },
  'tsk.2.1': {
    done: [
      'Tổ chức {propaganda_sessions} cuộc tuyên truyền với {propaganda_turns} lượt người tham dự.',
      'Lập {groups} nhóm Zalo của công nhân khu nhà trọ, mỗi tuần đăng {posts} tin bài ngắn, dễ đọc trên điện thoại.',
      'Hệ thống truyền thanh {place} phát {posts} chuyên mục vào giờ tan ca.',
      'Đặt mã QR văn bản pháp luật tại cổng {groups} doanh nghiệp để công nhân tự tra cứu.',
    ],
    outcome: [
      'Lượng người theo dõi trang thông tin tăng khoảng {percent2}% so với đầu năm.',
      'Hình thức ngắn gọn theo ca được công nhân đón nhận hơn hội nghị tập trung.',
      'Video dưới hai phút về tiền lương, bảo hiểm có nhiều lượt xem nhất.',
    ],
  },
  'tsk.2.2': {
    done: [
      'Tuyên truyền truyền thống giai cấp công nhân và Công đoàn nhân Tháng Công nhân tại {groups} doanh nghiệp.',
      'Tổ chức gặp mặt, biểu dương {praised} công nhân tiêu biểu của {place}.',
      'Đưa nội dung vai trò đội ngũ công nhân vào sinh hoạt chuyên đề của {meetings} chi bộ.',
      'Phối hợp trường học tổ chức cho học sinh cuối cấp tham quan nhà máy trên địa bàn.',
    ],
    outcome: [
      'Nhận thức của người sử dụng lao động về tổ chức công đoàn có chuyển biến.',
      'Công nhân tham gia góp ý vào quy chế nội bộ nhiều hơn trước.',
      'Phong trào sáng kiến có thêm {praised} ý tưởng được áp dụng.',
    ],
  },
  'tsk.3.1': {
    done: [
      'Rà soát việc đóng bảo hiểm xã hội tại {groups} doanh nghiệp, đôn đốc {meetings} đơn vị còn chậm đóng.',
      'Phối hợp kiểm tra an toàn, vệ sinh lao động tại {groups} cơ sở; nhắc nhở, yêu cầu khắc phục {meetings} kiến nghị.',
      'Khảo sát nhu cầu nhà ở của {workersAsked} công nhân thuê trọ, báo cáo cấp có thẩm quyền.',
      'Vận động chủ nhà trọ giữ giá thuê, giá điện, nước theo quy định cho công nhân.',
    ],
    outcome: [
      'Không để xảy ra tai nạn lao động nghiêm trọng trong kỳ.',
      'Số doanh nghiệp chậm đóng bảo hiểm giảm so với cuối năm trước.',
      'Thiết chế văn hóa thôn, tổ dân phố được mở cửa buổi tối phục vụ công nhân.',
    ],
  },
  'tsk.3.2': {
    done: [
      'Tặng {gifts} suất quà cho đoàn viên, người lao động khó khăn dịp Tết Nguyên đán.',
      'Vận động kinh phí sửa {meetings} mái ấm công đoàn, thăm hỏi công nhân ốm đau dài ngày.',
      'Phát triển thêm đoàn viên, nâng tổng số lên {um_total} người.',
      'Tổ chức khám sức khỏe, tư vấn dinh dưỡng cho nữ công nhân tại {groups} doanh nghiệp.',
    ],
    outcome: [
      'Bữa ăn ca của phần lớn doanh nghiệp có công đoàn được nâng lên mức thỏa thuận mới.',
      'Người lao động yên tâm làm việc, tỷ lệ nghỉ việc sau Tết thấp.',
      'Các hoạt động chăm lo được công khai tại bảng tin doanh nghiệp.',
    ],
  },
  'tsk.3.3': {
    done: [
      'Có {ent_dialogue} doanh nghiệp tổ chức đối thoại tại nơi làm việc; {ent_nonstate_conf} doanh nghiệp ngoài Nhà nước tổ chức hội nghị người lao động.',
      'Hướng dẫn sửa đổi quy chế dân chủ tại {groups} doanh nghiệp cho phù hợp quy định mới.',
      'Người đứng đầu cấp ủy, chính quyền tiếp xúc, đối thoại {leader_dialogues} cuộc với công nhân.',
      'Ký mới {cba_new} thỏa ước lao động tập thể, đều có điều khoản cao hơn luật về bữa ăn ca hoặc phụ cấp.',
    ],
    outcome: [
      'Phần lớn kiến nghị tại đối thoại được giải quyết ngay tại doanh nghiệp.',
      'Nội dung đối thoại đi vào việc cụ thể: tăng ca, xe đưa đón, nhà vệ sinh.',
      'Doanh nghiệp bố trí thời gian trong giờ làm việc cho sinh hoạt công đoàn.',
    ],
  },
  'tsk.3.4': {
    done: [
      'Đã kiểm tra việc thực hiện Chỉ thị tại {meetings} chi bộ và {groups} công đoàn cơ sở.',
      'Sơ kết 6 tháng gắn với giao ban công tác dân vận của {place}.',
      'Khen thưởng {praised} tập thể, cá nhân có cách làm hay trong tuyên truyền công nhân.',
      'Nhân rộng mô hình “tổ công nhân tự quản khu nhà trọ” ra thêm {meetings} nơi.',
    ],
    outcome: [
      'Các hạn chế sau kiểm tra đều có người phụ trách và thời hạn khắc phục.',
      'Mô hình hay được giới thiệu trên đài truyền thanh.',
      'Việc đánh giá bám vào số liệu, bớt nhận xét chung chung.',
    ],
  },
  'tsk.4.1': {
    done: [
      'Mở {meetings} lớp phổ biến Bộ luật Lao động, Luật Công đoàn, Luật Bảo hiểm xã hội cho công nhân.',
      'Tổ chức thi tìm hiểu pháp luật trực tuyến, có {workersAsked} công nhân dự thi.',
      'Tuyên truyền nội quy, tác phong công nghiệp cho lao động mới tuyển tại {groups} doanh nghiệp.',
      'Phối hợp công an {place} tuyên truyền phòng, chống tín dụng đen, cờ bạc qua mạng ở khu nhà trọ.',
    ],
    outcome: [
      'Vi phạm kỷ luật lao động ở các doanh nghiệp được tuyên truyền giảm rõ.',
      'Công nhân biết nơi hỏi khi có vướng mắc về chế độ.',
      'Tỷ lệ trả lời đúng của bài thi đạt {percent}%.',
    ],
  },
  'tsk.4.2': {
    done: [
      'Có {w_upskilled} công nhân tham gia học tập nâng cao trình độ, kỹ năng nghề nghiệp.',
      'Phối hợp trung tâm dạy nghề mở {meetings} lớp may công nghiệp, điện, hàn vào buổi tối.',
      'Thử nghiệm dùng công cụ trí tuệ nhân tạo dựng {meetings} đoạn phim ngắn về an toàn lao động.',
      'Vận động doanh nghiệp trích quỹ cho công nhân học nâng bậc, giữ nguyên lương ngày học.',
    ],
    outcome: [
      'Nhiều công nhân được xếp lại bậc thợ sau khóa học.',
      'Doanh nghiệp đánh giá năng suất tổ được đào tạo tăng.',
      'Phim ngắn được dùng lại ở các doanh nghiệp cùng ngành nghề.',
    ],
  },
  'tsk.4.3': {
    done: [
      '{groups} doanh nghiệp ký ghi nhớ nhận học viên thực tập của cơ sở đào tạo trong tỉnh.',
      'Tổ chức phiên tư vấn nghề nghiệp có doanh nghiệp và {meetings} trường nghề tham gia.',
      'Giới thiệu {praised} công nhân đi học liên thông theo hình thức vừa làm vừa học.',
      '{place} cung cấp nhu cầu tuyển dụng của doanh nghiệp cho các trường trước mỗi khóa tuyển sinh.',
    ],
    outcome: [
      'Học viên thực tập được doanh nghiệp giữ lại làm việc khá nhiều.',
      'Chương trình học được chỉnh theo máy móc đang dùng tại xưởng.',
      'Liên kết mới ở bước đầu, số lượng còn ít.',
    ],
  },
  'tsk.5.1': {
    done: [
      'Công đoàn giới thiệu {um_introduced} đoàn viên ưu tú cho Đảng; {um_admitted} đoàn viên đã được kết nạp.',
      'Kiện toàn đội ngũ {praised} tuyên truyền viên, công nhân nòng cốt ở các tổ sản xuất.',
      'Tập huấn nghiệp vụ cho {uc_trained}/{uc_total} cán bộ công đoàn.',
      'Làm việc với chủ {meetings} doanh nghiệp về thành lập tổ chức đảng.',
    ],
    outcome: [
      'Chi bộ trong doanh nghiệp duy trì sinh hoạt định kỳ, có chuyên đề về công nhân.',
      'Công nhân nòng cốt kịp thời nắm và phản ánh tâm tư của tổ.',
      'Nguồn kết nạp Đảng trong công nhân trực tiếp sản xuất tăng so với trước.',
    ],
  },
  'tsk.5.2': {
    done: [
      'Duy trì tổ nắm tình hình quan hệ lao động, báo cáo hằng tuần về {place}.',
      'Chính quyền tổ chức {leader_dialogues} buổi gặp gỡ chủ doanh nghiệp và đại diện công nhân.',
      'Xử lý {meetings} kiến nghị tập thể của công nhân ngay từ lúc mới phát sinh.',
      'Vận động người sử dụng lao động công khai phương án lương, thưởng Tết trước 20 ngày.',
    ],
    outcome: [
      'Trên địa bàn không phát sinh điểm nóng về quan hệ lao động.',
      'Doanh nghiệp chủ động báo cáo sớm khi có vướng mắc.',
      'Công tác dân vận của chính quyền được công nhân ghi nhận.',
    ],
  },
}

export const limits = [
  'Hạn chế: doanh nghiệp nhỏ làm theo ca nên khó tập trung công nhân.',
  'Hạn chế: tài liệu tuyên truyền còn dài, ít hình ảnh.',
  'Tồn tại: một số chi bộ làm còn hình thức, chưa có sản phẩm cụ thể.',
  'Khó khăn: công nhân ngoại tỉnh biến động nhiều, khó theo dõi.',
  'Khó khăn: kinh phí cho công tác tuyên truyền còn hạn hẹp.',
  'Tồn tại: cán bộ công đoàn kiêm nhiệm, thời gian dành cho việc này chưa nhiều.',
  'Hạn chế: một vài chủ doanh nghiệp chưa bố trí thời gian theo thỏa thuận.',
] as const

export const nextSteps = [
  'Thời gian tới tập trung vào doanh nghiệp dưới 50 lao động.',
  'Quý tới tiếp tục kiểm tra, đôn đốc theo kế hoạch.',
  'Sẽ bổ sung nội dung này vào chương trình công tác 6 tháng cuối năm.',
  'Tiếp tục duy trì, nâng chất lượng từng buổi.',
  'Dự kiến mở rộng sang các khu nhà trọ đông công nhân.',
] as const

export const proposalTexts: readonly { text: string; addressee: string }[] = [
  { text: 'Đề nghị cấp kinh phí hằng năm cho công tác tuyên truyền, giáo dục công nhân ở cấp xã.', addressee: 'Ủy ban nhân dân tỉnh' },
  { text: 'Đề nghị biên soạn tài liệu tuyên truyền ngắn gọn, có hình ảnh, dùng chung toàn tỉnh.', addressee: 'Tỉnh ủy' },
  { text: 'Đề nghị sớm có hướng dẫn về tổ chức công đoàn theo mô hình mới ở cấp xã.', addressee: 'Liên đoàn Lao động tỉnh' },
  { text: 'Đề nghị bố trí quỹ đất xây dựng nhà ở cho công nhân gần cụm công nghiệp.', addressee: 'Ủy ban nhân dân tỉnh' },
  { text: 'Đề nghị nghiên cứu quy định thời gian tối thiểu doanh nghiệp dành cho công nhân học tập.', addressee: 'Trung ương' },
  { text: 'Đề nghị tăng cường thanh tra việc đóng bảo hiểm xã hội của doanh nghiệp nhỏ.', addressee: 'Sở, ngành' },
  { text: 'Đề nghị mở lớp bồi dưỡng nghiệp vụ cho cấp ủy viên phụ trách công tác công nhân.', addressee: 'Tỉnh ủy' },
  { text: 'Đề nghị phối hợp hỗ trợ pháp lý lưu động cho công nhân khu nhà trọ.', addressee: 'Ủy ban MTTQ Việt Nam tỉnh' },
  { text: 'Đề nghị thống nhất cách tính doanh nghiệp đang hoạt động giữa thuế và lao động.', addressee: 'Sở, ngành' },
]

export const monitorTexts: Readonly<Record<string, readonly string[]>> = {
  union_strengthening: [
    'Thành lập mới {meetings} công đoàn cơ sở, kiện toàn ban chấp hành ở {groups} đơn vị.',
    'Các công đoàn cơ sở được đánh giá lại theo tiêu chí mới; {percent}% hoàn thành tốt nhiệm vụ.',
    'Duy trì sinh hoạt định kỳ, hỗ trợ {groups} công đoàn cơ sở yếu.',
  ],
  working_conditions: [
    'Nhiều doanh nghiệp lắp thêm quạt, hệ thống làm mát; bữa ăn ca bình quân được nâng lên.',
    'Tổ chức {meetings} đợt kiểm tra môi trường lao động, kiến nghị khắc phục tiếng ồn, bụi.',
    'Mở thêm điểm bán hàng bình ổn giá phục vụ công nhân tại {place}.',
  ],
  security_order: [
    'Tình hình ổn định, không có vụ việc phức tạp.',
    'Cơ bản ổn định; xảy ra {meetings} vụ mất cắp nhỏ ở khu nhà trọ, đã xử lý.',
    'An ninh, trật tự quanh khu, cụm công nghiệp được giữ vững.',
  ],
}

export const bodySentences: readonly string[] = [
  '{unit} đã ban hành Kế hoạch số {plan} và hướng dẫn các đơn vị trực thuộc thực hiện.',
  'Tổ chức {meetings} hội nghị trực tuyến tới các xã, phường, giải đáp vướng mắc của cơ sở.',
  'Kiểm tra trực tiếp tại {groups} xã, phường và doanh nghiệp; có thông báo kết luận gửi từng nơi.',
  'Biên soạn {meetings} bộ tài liệu tuyên truyền dùng chung, phát hành bản điện tử.',
  'Phối hợp với các sở, ngành rà soát số liệu, thống nhất cách tính với cơ sở.',
  'Tham mưu cấp có thẩm quyền tháo gỡ {meetings} kiến nghị của công nhân, người lao động.',
  'Tập huấn nghiệp vụ cho {workersAsked} cán bộ làm công tác tuyên truyền, vận động.',
  'Khen thưởng {praised} tập thể, cá nhân tiêu biểu; giới thiệu cách làm hay trên trang thông tin điện tử.',
  'Qua kiểm tra, việc thực hiện ở khu vực doanh nghiệp nhỏ còn chưa đều, cần tiếp tục đôn đốc.',
]
