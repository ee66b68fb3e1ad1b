namespace Web.Language;

/// <summary>Patients, diseases, treatment.</summary>
internal static class MedicineWords
{
    public const string Names = """
        patient, 患者
        hospital, 病院
        doctor, physician, 医師, 医者
        disease, diagnosis, 病気, 疾患, 診断, 病名
        treatment, 治療
        case, 症例, 感染者, 感染者数
        death, 死亡, 死者, 死亡者数, 死亡数
        blood pressure, 血圧
        cholesterol, コレステロール
        bmi, 体格指数
        heart rate, 心拍数
        length of stay, stay length, hospital days, 在院日数, 入院日数, 滞在日数
        department, clinical department, medical department, 診療科, 科
        admission, hospitalization, admit, 入院
        discharge, 退院
        readmit, readmission, 再入院
        patient, sick person, 患者, 患者さん, 病人
        number of patient, patient count, patients, 患者数, 受診者数
        visit, consultation, appointment, hospital visit, outpatient visit, 受診, 来院, 診察, 通院, 外来, 受診数
        visit date, date of visit, consultation date, 来院日, 受診日, 診察日, 診療日
        first visit, initial visit, new patient, first consultation, 初診, 初診患者, 新患
        follow up visit, return visit, revisit, 再診, 再来
        department, clinical department, medical department, clinic, specialty, ward, 診療科, 科, 診療部門, 病棟, 標榜科
        doctor, physician, attending doctor, attending physician, doctor in charge, 医師, 医者, 担当医, 主治医, 担当医師, 先生, ドクター
        nurse, 看護師, ナース
        consultation room, examination room, exam room, room number, room, 診察室, 診察室番号, 診療室
        waiting time, wait time, wait, waiting minute, 待ち時間, 待機時間, 待時間
        medical fee, consultation fee, treatment fee, fee, medical cost, medical expense, treatment cost, charge, 診療費, 医療費, 治療費, 診察料, 診療報酬, 料金, 費用
        insurance type, kind of insurance, insurance, health insurance, 保険種別, 保険, 保険の種類, 健康保険
        district, residential district, area of residence, home district, 居住区, 居住地, 居住地区, 住んでいる区, 地区
        reception number, registration number, visit id, reception id, 受付番号, 受付id, 受診番号
        diagnosis, disease, illness, condition, disorder, 診断, 病名, 診断名, 疾患, 疾病, 病気, 傷病名
        symptom, 症状
        surgery, operation, 手術
        procedure, 処置, 手技
        medication, medicine, drug, prescription, 薬, 薬剤, 処方, 医薬品, 投薬
        dose, dosage, 投与量, 用量
        vaccination, vaccine, 接種, ワクチン, 予防接種
        infection, infected, 感染, 感染者
        recovery, recovered, 回復, 治癒
        death, mortality, 死亡, 死亡数
        admission date, 入院日
        discharge date, 退院日
        bed, bed count, 病床, ベッド, 病床数
        emergency, ambulance, 救急, 救急車, 救急搬送
        triage, トリアージ
        blood sugar, glucose, blood glucose, 血糖, 血糖値
        blood pressure, systolic, systolic blood pressure, 血圧, 収縮期血圧
        diastolic, diastolic blood pressure, 拡張期血圧
        pulse, heart rate, 脈拍, 心拍数
        body temperature, 体温
        oxygen saturation, spo2, 酸素飽和度
        bmi, body mass index, bmi, 肥満度
        smoking, smoker, 喫煙, 喫煙歴
        alcohol, drinking, 飲酒
        exercise, 運動, 運動習慣
        sleep, sleep hour, 睡眠, 睡眠時間
        stress, ストレス
        allergy, アレルギー
        cancer, がん, 癌
        diabetes, 糖尿病
        pregnancy, 妊娠
        checkup, health check, 健診, 健康診断
        therapy, treatment, 治療, 療法
        pain, 痛み
        survival, survived, 生存
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        patient, person, 患者, 患者さん, 人
        visit, consultation, appointment, encounter, 受診, 来院, 診察, 通院, 外来, 診療
        admission, stay, 入院
        operation, surgery, 手術
        prescription, 処方
        test, checkup, 検査, 健診
        case, 症例
        """;
}
