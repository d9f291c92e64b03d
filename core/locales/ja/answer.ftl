# どうしてこれが出たか
fee-free = 通話料無料
fee-caller = 通話料がかかります
fee-navi = 通話料がかかります（かけ放題の対象外）
fee-unknown = 料金はわかりません
