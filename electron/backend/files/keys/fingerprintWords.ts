/**
 * 256 short, common words, one for each byte. No two are equal without diacritics, so that they can be typed on any
 * keyboard and sent through any channel. The order is part of how fingerprints read: never change it.
 */
export const fingerprintWords: readonly string[] = `
  nhà cửa sân vườn ruộng lúa gạo cơm nước sông núi biển trời mây mưa gió
  nắng trăng sao đất cây hoa lá quả rễ cành rừng đồi suối hồ ao giếng
  cầu đường phố chợ trường lớp thầy bạn học viết đọc nói nghe nhìn đi chạy
  nhảy bơi bay ngồi đứng nằm ngủ thức ăn uống nấu bếp khói ghế tủ giường
  chiếu chăn gối màn đèn nến sách vở bút mực thước giấy thư báo tranh ảnh
  tre trúc mía ngô khoai đậu lạc vừng rau cải hành tỏi ớt gừng chanh cam
  quýt bưởi xoài mít dừa chuối ổi táo lê đào nho sen mai cúc hồng huệ
  trâu bò ngựa dê lợn gà vịt ngỗng mèo thỏ chim cá tôm ốc ếch rắn
  rùa kiến ong bướm voi gấu khỉ nai cò én vàng bạc đồng sắt thép đá
  cát sỏi gạch xanh đỏ tím quần mũ dép khăn túi vải len kim chỉ xe
  tàu thuyền lái chèo neo lưới phao xuân hạ sáng trưa ngày đêm tháng tuần một
  hai ba bốn sáu tám chín mười trăm nghìn cha mẹ em cháu mắt mũi miệng
  tai tay tóc lưng trà rượu bánh kẹo bún xôi cháo trống chiêng đàn hát búa
  cuốc liềm gậy làng xóm thôn đình chùa tháp cổng thành vui mừng yêu thương cười
  khỏe giỏi hiền cao dài ngắn rộng hẹp nhẹ nhanh chậm mới bát đĩa thìa rổ
  cối sữa ngọc kính hộp phấn bảng lịch diều kèn mướp vịnh nhạc gương lược thảm
`
  .trim()
  .split(/\s+/u);
